package io.zerotrust.token.keys.remote;

import java.lang.System.Logger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.keys.remote.KeyFinding.Level;

/**
 * What operators are told about the keys of an issuer. A line is logged when something
 * changes, not at every attempt.
 */
final class KeyReport {

	private static final Logger logger = System.getLogger("io.zerotrust.keys");

	private static final FetchOutcome[] OUTCOMES = FetchOutcome.values();

	private final String issuer;

	private final AtomicLongArray attempts = new AtomicLongArray(OUTCOMES.length);

	private volatile @Nullable String failure;

	private volatile List<KeyFinding> findings = List.of();

	KeyReport(String issuer) {
		this.issuer = issuer;
	}

	void fetched(long version, int keys, boolean changed) {
		this.attempts.incrementAndGet(FetchOutcome.FETCHED.ordinal());
		boolean recovered = this.failure != null;
		this.failure = null;
		if (changed || recovered) {
			logger.log(Logger.Level.INFO, () -> (changed ? "new keys of " : "again keys of ") + named() + ": " + keys
					+ ", version " + version);
		}
	}

	void failed(FetchFailure failure, boolean haveKeys) {
		this.attempts.incrementAndGet(failure.outcome().ordinal());
		String known = this.failure;
		String message = String.valueOf(failure.getMessage());
		this.failure = message;
		if (!message.equals(known)) {
			logger.log(Logger.Level.WARNING, () -> "no new keys of " + named() + ": " + message
					+ (haveKeys ? ". Those there are do until the stale limit." : ". No token of it can be verified."));
		}
	}

	void found(List<KeyFinding> findings) {
		if (findings.equals(this.findings)) {
			return;
		}
		this.findings = findings;
		for (KeyFinding finding : findings) {
			logger.log(level(finding.level()), () -> "key set of " + named() + ": " + finding);
		}
	}

	private static Logger.Level level(Level level) {
		if (level == Level.NOTE) {
			return Logger.Level.DEBUG;
		}
		return (level == Level.ERROR) ? Logger.Level.ERROR : Logger.Level.WARNING;
	}

	private String named() {
		return Locations.quoted(this.issuer);
	}

	@Nullable String failure() {
		return this.failure;
	}

	List<KeyFinding> findings() {
		return this.findings;
	}

	Map<FetchOutcome, Long> attempts() {
		Map<FetchOutcome, Long> counted = new EnumMap<>(FetchOutcome.class);
		for (FetchOutcome outcome : OUTCOMES) {
			counted.put(outcome, this.attempts.get(outcome.ordinal()));
		}
		return counted;
	}

}
