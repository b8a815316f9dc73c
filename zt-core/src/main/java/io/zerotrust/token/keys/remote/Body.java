package io.zerotrust.token.keys.remote;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The body of an HTTP answer, read up to a size. What is not wanted is not read: the
 * connection ends.
 *
 * @since 0.1.0
 */
public final class Body implements BodySubscriber<byte[]> {

	private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

	private final ByteArrayOutputStream read = new ByteArrayOutputStream();

	private final int maxSize;

	private final Supplier<RuntimeException> tooLarge;

	private final boolean wanted;

	private @Nullable Subscription subscription;

	private Body(int maxSize, Supplier<RuntimeException> tooLarge, boolean wanted) {
		this.maxSize = maxSize;
		this.tooLarge = tooLarge;
		this.wanted = wanted;
	}

	/**
	 * Read all of it, unless it is too large.
	 * @param maxSize the largest body, in bytes
	 * @param tooLarge makes what to fail with if there is more
	 * @return the body
	 */
	public static Body upTo(int maxSize, Supplier<RuntimeException> tooLarge) {
		return new Body(maxSize, tooLarge, true);
	}

	/**
	 * Read nothing: the head says all.
	 */
	static Body unread() {
		Body body = new Body(0, IllegalStateException::new, false);
		body.whole.complete(new byte[0]);
		return body;
	}

	/**
	 * Read nothing, since the head says that this is not what was asked for.
	 * @param failure what to fail with
	 * @return the body
	 */
	public static Body refused(RuntimeException failure) {
		Body body = new Body(0, () -> failure, false);
		body.whole.completeExceptionally(failure);
		return body;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.whole;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		if (this.wanted) {
			subscription.request(Long.MAX_VALUE);
		}
		else {
			subscription.cancel();
		}
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			if (this.whole.isDone()) {
				return;
			}
			if (this.read.size() + (long) buffer.remaining() > this.maxSize) {
				this.whole.completeExceptionally(this.tooLarge.get());
				if (this.subscription != null) {
					this.subscription.cancel();
				}
				return;
			}
			byte[] bytes = new byte[buffer.remaining()];
			buffer.get(bytes);
			this.read.writeBytes(bytes);
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.whole.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		this.whole.complete(this.read.toByteArray());
	}

}
