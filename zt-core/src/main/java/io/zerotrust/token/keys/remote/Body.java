package io.zerotrust.token.keys.remote;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read up to a size. What is not wanted is not read: the
 * connection ends.
 */
final class Body implements BodySubscriber<byte[]> {

	private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

	private final ByteArrayOutputStream read = new ByteArrayOutputStream();

	private final int maxSize;

	private final FetchFailure tooLarge;

	private final boolean wanted;

	private @Nullable Subscription subscription;

	private Body(int maxSize, FetchFailure tooLarge, boolean wanted) {
		this.maxSize = maxSize;
		this.tooLarge = tooLarge;
		this.wanted = wanted;
	}

	static Body upTo(int maxSize, String location) {
		return new Body(maxSize,
				new FetchFailure(FetchOutcome.ANSWER, location + " sends more than " + maxSize + " bytes"), true);
	}

	/**
	 * Read nothing: the head says all.
	 */
	static Body unread() {
		Body body = new Body(0, new FetchFailure(FetchOutcome.ANSWER, ""), false);
		body.whole.complete(new byte[0]);
		return body;
	}

	/**
	 * Read nothing, since the head says that this is no document.
	 */
	static Body refused(FetchFailure failure) {
		Body body = new Body(0, failure, false);
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
				this.whole.completeExceptionally(this.tooLarge);
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
