package io.zerotrust.spring.web.servlet;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.spring.web.stream.OpenStream;
import io.zerotrust.spring.web.stream.StreamWatch;
import io.zerotrust.spring.web.stream.Transcript;

/**
 * The body of a servlet response, which is written as long as its caller may have it. A
 * thread that writes asks itself when it is time; between its writes, and where nobody
 * writes, the timer does.
 */
final class ServletStream {

	private final StreamWatch streams;

	private final Transcript transcript;

	private final HttpServletResponse response;

	private final ReentrantLock writing = new ReentrantLock();

	private final AtomicBoolean finished = new AtomicBoolean();

	private volatile @Nullable OpenStream open;

	private volatile @Nullable AsyncContext async;

	private volatile @Nullable Evaluation refusal;

	private volatile boolean answering;

	ServletStream(StreamWatch streams, Transcript transcript, HttpServletResponse response) {
		this.streams = streams;
		this.transcript = transcript;
		this.response = response;
	}

	/**
	 * Begin to write. To be followed by {@link #written()}, whatever happens.
	 * @throws StreamClosedException if nothing more may be written
	 */
	void write() throws StreamClosedException {
		OpenStream open = open();
		boolean passes = open == null || this.answering || open.passes();
		this.writing.lock();
		if (!passes || isClosed()) {
			written();
			throw new StreamClosedException();
		}
	}

	private boolean isClosed() {
		return this.refusal != null && !this.answering;
	}

	void written() {
		this.writing.unlock();
		if (isClosed()) {
			finish();
		}
	}

	/**
	 * Return the stream, which begins with the permit. What was refused is none.
	 */
	private @Nullable OpenStream open() {
		OpenStream open = this.open;
		return (open != null) ? open : begin();
	}

	/**
	 * The thread of the container and one that writes may come here together.
	 */
	private @Nullable OpenStream begin() {
		this.writing.lock();
		try {
			OpenStream open = this.open;
			AccessRequest permitted = this.transcript.permitted();
			if (open == null && permitted != null) {
				open = this.streams.open(permitted, this::cut);
				this.open = open;
			}
			return open;
		}
		finally {
			this.writing.unlock();
		}
	}

	/**
	 * A thread of the container is about to serve the request; the timer need not ask.
	 * @return the decision that refuses to go on, or {@code null}
	 */
	@Nullable Evaluation resume() {
		this.async = null;
		OpenStream open = this.open;
		if (open != null) {
			open.pause();
			open.passes();
		}
		return this.refusal;
	}

	@Nullable Evaluation refusal() {
		return this.refusal;
	}

	/**
	 * Let the refusal itself be written.
	 */
	void answer() {
		this.answering = true;
	}

	/**
	 * The thread of the container is done, and others go on.
	 */
	void leaveTo(AsyncContext async) {
		this.async = async;
		if (isClosed()) {
			finish();
			return;
		}
		OpenStream open = open();
		if (open != null) {
			open.watch();
		}
	}

	/**
	 * The response ends with the thread of the container. Where its writes were refused
	 * nobody may take what there is for the whole.
	 */
	void verifyEnd() throws StreamClosedException {
		if (isClosed() && !isEvents()) {
			throw new StreamClosedException();
		}
	}

	private void cut(Evaluation evaluation) {
		this.transcript.note(End.CUT_OFF);
		this.refusal = evaluation;
		finish();
	}

	/**
	 * End a response nobody writes to at this moment; who does, ends it afterwards.
	 * Events end well, since their reader takes each for itself. Anything else is
	 * dispatched to where it can be answered or torn down.
	 */
	private void finish() {
		AsyncContext async = this.async;
		if (async == null || !this.writing.tryLock()) {
			return;
		}
		// nobody begins to write any more, so the lock need not be held while others are
		// called that have their own
		this.writing.unlock();
		if (!this.finished.compareAndSet(false, true)) {
			return;
		}
		try {
			if (this.response.isCommitted() && isEvents()) {
				async.complete();
			}
			else {
				async.dispatch();
			}
		}
		catch (IllegalStateException ex) {
			// it is ending already, and meets the filter on its way
		}
	}

	private boolean isEvents() {
		String type = this.response.getContentType();
		return type != null && type.startsWith("text/event-stream");
	}

	void end() {
		OpenStream open = this.open;
		if (open != null) {
			open.end();
		}
	}

}
