package io.zerotrust.spring.web.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;

/**
 * A response that is being written, and what its caller asked for.
 *
 * @since 0.1.0
 */
public final class OpenStream {

	private static final Log logger = LogFactory.getLog(OpenStream.class);

	private final StreamWatch watch;

	private final AccessRequest question;

	private final Consumer<Evaluation> cut;

	private final AtomicBoolean armed = new AtomicBoolean();

	private final AtomicReference<@Nullable CompletableFuture<Boolean>> asking = new AtomicReference<>();

	private volatile @Nullable Future<?> alarm;

	private volatile long due;

	private volatile boolean over;

	private volatile boolean refused;

	private volatile boolean counted;

	OpenStream(StreamWatch watch, AccessRequest question, Consumer<Evaluation> cut) {
		this.watch = watch;
		this.question = question;
		this.cut = cut;
		this.due = System.nanoTime() + watch.rest(question);
	}

	/**
	 * Let the timer ask, for a response nobody may write to for long.
	 */
	public void watch() {
		if (!this.over) {
			this.watch.add(this);
		}
	}

	/**
	 * Leave the response to those who write it.
	 */
	public void pause() {
		this.watch.remove(this);
		Future<?> alarm = this.alarm;
		if (alarm != null) {
			alarm.cancel(false);
		}
		this.armed.set(false);
	}

	/**
	 * Be done with the response.
	 */
	public void end() {
		this.over = true;
		pause();
	}

	/**
	 * Whether the caller may no longer have the response.
	 * @return {@code true} once the caller was refused
	 */
	public boolean isRefused() {
		return this.refused;
	}

	/**
	 * Whether it is time to ask again before anything more is written.
	 * @return {@code true} if the period, or the token, is over
	 */
	public boolean isDue() {
		return !this.over && rest() <= 0;
	}

	/**
	 * Whether more may be written. Waits for remote checks, which are bounded in time, if
	 * it is time to ask.
	 * @return {@code false} if the caller was refused
	 */
	public boolean passes() {
		return !this.refused && (!isDue() || verify().join());
	}

	/**
	 * Ask again whether the caller may have the response, once at a time.
	 * @return whether it is so; never fails
	 */
	public CompletableFuture<Boolean> verify() {
		CompletableFuture<Boolean> answer = new CompletableFuture<>();
		CompletableFuture<Boolean> asked = this.asking.compareAndExchange(null, answer);
		if (asked != null) {
			return asked;
		}
		AccessRequest again = this.question.again(this.watch.now());
		try {
			this.watch.decisionPoint()
				.decide(Gate.ACCESS, again)
				.whenComplete((evaluation, failure) -> conclude((failure != null) ? failed(again, failure) : evaluation,
						answer));
		}
		catch (RuntimeException ex) {
			conclude(failed(again, ex), answer);
		}
		return answer;
	}

	private Evaluation failed(AccessRequest again, Throwable failure) {
		return this.watch.decisionPoint()
			.record(Gate.ACCESS, again, Deny.of(new Reason("check.failed", "asking again: " + failure)),
					this.watch.observes() ? Mode.OBSERVE : Mode.ENFORCE);
	}

	private void conclude(Evaluation evaluation, CompletableFuture<Boolean> answer) {
		boolean permitted = !(evaluation.decision() instanceof Refusal);
		try {
			if (!permitted) {
				refuse(evaluation);
			}
			else if (!this.over) {
				goOn(evaluation);
			}
		}
		finally {
			this.asking.set(null);
			answer.complete(permitted);
		}
	}

	private void refuse(Evaluation evaluation) {
		boolean open = !this.over && !this.refused;
		end();
		if (open) {
			this.watch.tally().count(true);
			logger.info("Closed a response that was open, decision " + evaluation.id());
			// it knows its end before a writer meets it
			this.cut.accept(evaluation);
		}
		this.refused = true;
	}

	private void goOn(Evaluation evaluation) {
		if (evaluation.wouldBe() instanceof Refusal && !this.counted) {
			this.counted = true;
			this.watch.tally().count(false);
		}
		if (this.counted && this.watch.observes()) {
			// nothing will be closed, so there is nothing more to ask
			end();
			return;
		}
		this.due = System.nanoTime() + this.watch.rest(evaluation.request());
		this.armed.set(false);
	}

	/**
	 * Return how many nanoseconds are left before it is time to ask.
	 */
	long rest() {
		return this.due - System.nanoTime();
	}

	/**
	 * Whether no alarm is set yet.
	 */
	boolean arming() {
		return !this.over && this.armed.compareAndSet(false, true);
	}

	void armed(@Nullable Future<?> alarm) {
		this.alarm = alarm;
		if (this.over && alarm != null) {
			alarm.cancel(false);
		}
	}

}
