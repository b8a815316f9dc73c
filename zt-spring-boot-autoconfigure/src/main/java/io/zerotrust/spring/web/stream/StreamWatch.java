package io.zerotrust.spring.web.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Credential;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Mode;
import io.zerotrust.outcome.StreamTally;

/**
 * Asks, while responses are open, whether their callers may still have them. There is one
 * timer for all; a response that ends before it is asked about has cost it nothing.
 *
 * @since 0.1.0
 */
public final class StreamWatch implements AutoCloseable {

	private static final long LONGEST_LOOK = Duration.ofSeconds(1).toNanos();

	private final DecisionPoint decisionPoint;

	private final Clock clock;

	private final StreamSettings settings;

	private final long period;

	private final long look;

	private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();

	private final StreamTally tally = new StreamTally(this.open::size);

	private final ScheduledThreadPoolExecutor timer;

	private final AtomicBoolean looking = new AtomicBoolean();

	/**
	 * Create the watch. Nothing runs until a response is open.
	 * @param decisionPoint whom the gates ask
	 * @param clock tells when a question is asked
	 * @param settings what the operator says
	 */
	public StreamWatch(DecisionPoint decisionPoint, Clock clock, StreamSettings settings) {
		this.decisionPoint = decisionPoint;
		this.clock = clock;
		this.settings = settings;
		this.period = settings.verifyEvery().toNanos();
		this.look = Math.min(LONGEST_LOOK, Math.max(1, this.period / 4));
		this.timer = new ScheduledThreadPoolExecutor(1, StreamWatch::daemon);
		this.timer.setRemoveOnCancelPolicy(true);
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "zt-streams");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Begin with a response. It is asked about where it is written, or by the timer from
	 * {@link OpenStream#watch()} on.
	 * @param question what was permitted
	 * @param cut ends the response for a refusal; must not wait
	 * @return the stream
	 */
	public OpenStream open(AccessRequest question, Consumer<Evaluation> cut) {
		return new OpenStream(this, question, cut);
	}

	/**
	 * Return the counts.
	 * @return the tally
	 */
	public StreamTally tally() {
		return this.tally;
	}

	DecisionPoint decisionPoint() {
		return this.decisionPoint;
	}

	boolean observes() {
		return this.settings.mode() == Mode.OBSERVE;
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * Return how long to wait before asking again: the period since it was asked, or what
	 * is left of the token.
	 */
	long rest(AccessRequest asked) {
		Instant time = asked.context().time();
		Instant next = time.plusNanos(this.period);
		Credential credential = asked.subject().credential();
		Instant expires = credential.kind().isToken() ? credential.claims().instant("exp") : null;
		if (expires != null) {
			Instant end = expires.plus(this.settings.clockSkew().apply(asked.subject().issuer()));
			next = (end.isAfter(time) && end.isBefore(next)) ? end : next;
		}
		Duration rest = Duration.between(now(), next);
		// a clock that was put back makes nobody wait longer
		return (rest.toNanos() > this.period) ? this.period : rest.toNanos();
	}

	void add(OpenStream stream) {
		this.open.add(stream);
		if (this.looking.compareAndSet(false, true)) {
			schedule(this::lookAround, this.look);
		}
		if (stream.rest() <= this.look) {
			arm(stream);
		}
	}

	void remove(OpenStream stream) {
		this.open.remove(stream);
	}

	private void lookAround() {
		for (OpenStream stream : this.open) {
			if (stream.rest() <= this.look) {
				arm(stream);
			}
		}
		if (!this.open.isEmpty()) {
			schedule(this::lookAround, this.look);
			return;
		}
		this.looking.set(false);
		if (!this.open.isEmpty() && this.looking.compareAndSet(false, true)) {
			schedule(this::lookAround, this.look);
		}
	}

	private void arm(OpenStream stream) {
		if (stream.arming()) {
			stream.armed(schedule(stream::verify, Math.max(0, stream.rest())));
		}
	}

	private @Nullable Future<?> schedule(Runnable task, long nanos) {
		try {
			return this.timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// the application is closing, and its responses with it
			return null;
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.open.clear();
	}

}
