package io.zerotrust.token.keys.remote;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.KeysUnavailableException;
import io.zerotrust.token.keys.remote.KeyLinter.Linted;
import io.zerotrust.token.keys.remote.KeyStatus.State;

/**
 * The keys of an issuer that publishes them. Whoever has a token with a known key only
 * ever reads a field.
 */
final class RemoteKeys implements IssuerKeys {

	private static final String ACCEPT = "application/jwk-set+json, application/json";

	private final KeySource source;

	private final KeyRules rules;

	private final Clock clock;

	private final Documents documents;

	private final KeyLocation location;

	private final Executor executor;

	private final ScheduledExecutorService timer;

	private final KeyReport report;

	private final long staleLimit;

	private volatile @Nullable KeySet keys;

	private @Nullable Attempt running;

	private @Nullable Long asked;

	RemoteKeys(KeySource source, KeyRules rules, Clock clock, Documents documents, Executor executor,
			ScheduledExecutorService timer) {
		this.source = source;
		this.rules = rules;
		this.clock = clock;
		this.documents = documents;
		this.location = new KeyLocation(source, rules, documents);
		this.executor = executor;
		this.timer = timer;
		this.report = new KeyReport(source.issuer());
		this.staleLimit = rules.staleLimit().toMillis();
	}

	@Override
	public @Nullable KeySet current() {
		KeySet known = this.keys;
		return (known != null && age(known) <= this.staleLimit) ? known : null;
	}

	@Override
	public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
		KeySet known = current();
		if (known != null && (seen == null || known.version() != seen.version())) {
			return CompletableFuture.completedFuture(known);
		}
		Attempt attempt = ask();
		CompletionStage<KeySet> answer = (attempt != null) ? attempt.join() : null;
		return (answer != null) ? answer : known(attempt != null ? "it is being asked" : null);
	}

	/**
	 * Fetch keys anew if there are none, or those there are have come of age.
	 */
	void refresh() {
		KeySet known = current();
		long age = (known != null) ? age(known) : -1;
		if (known != null && age < 0) {
			dateAnew(known);
		}
		if (age < 0 || age >= this.rules.refresh().toMillis()) {
			ask();
		}
	}

	/**
	 * Keys of the future were confirmed before the clock was put back, and would do for
	 * as long beyond the stale limit.
	 */
	private synchronized void dateAnew(KeySet known) {
		if (this.keys == known) {
			this.keys = new KeySet(known.version(), known.keys(), this.clock.instant());
		}
	}

	KeyStatus status() {
		KeySet fetched = this.keys;
		KeySet usable = current();
		String failure = this.report.failure();
		State state;
		if (usable != null) {
			state = (failure != null) ? State.STALE : State.UP;
		}
		else {
			state = (fetched == null && failure == null) ? State.UNASKED : State.NO_KEYS;
		}
		return new KeyStatus(this.source.issuer(), state, (fetched != null) ? Duration.ofMillis(age(fetched)) : null,
				(fetched != null) ? fetched.version() : 0, (usable != null) ? usable.keys().size() : 0, failure,
				this.report.findings(), this.report.attempts());
	}

	void close() {
		Attempt attempt;
		synchronized (this) {
			attempt = this.running;
		}
		if (attempt != null) {
			fail(attempt, new FetchFailure(FetchOutcome.UNREACHABLE, "the application stops"));
		}
	}

	private long age(KeySet known) {
		return this.clock.millis() - known.confirmed().toEpochMilli();
	}

	/**
	 * Ask the issuer, unless it was asked within the cool-down.
	 * @return the attempt that is under way, or {@code null} if there may be none
	 */
	private @Nullable Attempt ask() {
		Attempt attempt;
		synchronized (this) {
			if (this.running != null) {
				return this.running;
			}
			long now = this.clock.millis();
			long since = (this.asked != null) ? now - this.asked : -1;
			if (since >= 0 && since < this.rules.coolDown().toMillis()) {
				return null;
			}
			this.asked = now;
			attempt = new Attempt();
			this.running = attempt;
		}
		begin(attempt);
		return attempt;
	}

	private void begin(Attempt attempt) {
		try {
			// what follows a time-out must not run on the timer
			this.timer.schedule(
					() -> this.executor.execute(() -> fail(attempt, FetchFailure.timedOut(this.location, this.rules))),
					this.rules.timeout().toMillis(), TimeUnit.MILLISECONDS);
			this.executor.execute(() -> fetch(attempt));
		}
		catch (RejectedExecutionException ex) {
			fail(attempt, new FetchFailure(FetchOutcome.UNREACHABLE, "the application stops"));
		}
	}

	private void fetch(Attempt attempt) {
		try {
			this.location.find(attempt.cancellation()).thenCompose((location) -> {
				this.location.found(location);
				return this.documents.get(location, ACCEPT, attempt.cancellation())
					.thenApply(KeyLinter::lint)
					.thenAccept((linted) -> succeed(attempt, linted, Locations.show(location)));
			}).whenComplete((done, thrown) -> {
				if (thrown != null) {
					fail(attempt, FetchFailure.of(thrown, "the issuer"));
				}
			});
		}
		catch (RuntimeException ex) {
			fail(attempt, FetchFailure.of(ex, "the issuer"));
		}
	}

	private void succeed(Attempt attempt, Linted linted, String location) {
		KeySet confirmed;
		synchronized (this) {
			if (this.running != attempt) {
				return;
			}
			this.report.found(linted.findings());
			if (linted.keys().isEmpty()) {
				throw new FetchFailure(FetchOutcome.KEYS, location + " has no key that verifies tokens"
						+ (linted.findings().isEmpty() ? "" : ", first because of " + linted.findings().get(0)));
			}
			KeySet known = this.keys;
			boolean changed = known == null || !KeyLinter.sameKeys(known.keys(), linted.keys());
			long version = (known != null) ? known.version() : 0;
			// the same keys stay the same objects: caches hold on to them
			confirmed = (known == null || changed) ? new KeySet(version + 1, linted.keys(), this.clock.instant())
					: new KeySet(version, known.keys(), this.clock.instant());
			this.keys = confirmed;
			this.running = null;
			this.report.fetched(confirmed.version(), confirmed.keys().size(), changed);
		}
		attempt.answer().complete(confirmed);
	}

	private void fail(Attempt attempt, FetchFailure failure) {
		synchronized (this) {
			if (this.running != attempt) {
				return;
			}
			this.running = null;
			this.location.doubt();
			this.report.failed(failure, current() != null);
		}
		attempt.cancellation().cancel();
		known(null).whenComplete((known, none) -> {
			if (known != null) {
				attempt.answer().complete(known);
			}
			else {
				attempt.answer().completeExceptionally(none);
			}
		});
	}

	/**
	 * What there is, without asking.
	 */
	private CompletionStage<KeySet> known(@Nullable String otherwise) {
		KeySet known = current();
		if (known != null) {
			return CompletableFuture.completedFuture(known);
		}
		String failure = this.report.failure();
		String why = (failure != null) ? failure : otherwise;
		return CompletableFuture.failedFuture(new KeysUnavailableException(
				"no keys of the issuer " + Locations.quoted(this.source.issuer()) + ": " + why));
	}

}
