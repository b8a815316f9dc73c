package io.zerotrust.risk.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.baseline.BaselineStatus.State;
import io.zerotrust.risk.baseline.BaselineStore.Replaced;
import io.zerotrust.risk.baseline.SnapshotResult.Cause;
import io.zerotrust.risk.baseline.SnapshotResult.Loaded;
import io.zerotrust.risk.baseline.SnapshotResult.Refused;

/**
 * Brings what is learned to its store and back. What could not be read is never replaced
 * by what was learned meanwhile. It fails by its status and a line in the log, not by
 * exceptions. It waits for the store, so it is not called by threads that serve requests.
 *
 * @since 0.1.0
 */
public final class BaselineKeeper {

	/**
	 * How long a snapshot may be at least.
	 */
	public static final int SMALLEST_LIMIT = 1024;

	private static final Logger logger = System.getLogger("io.zerotrust.baselines");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final BaselineStore store;

	private final Map<String, BaselineSection> sections;

	private final Erasures erasures;

	private final SnapshotReader reader;

	private final SnapshotWriter writer;

	private final Clock clock;

	private volatile BaselineStatus status;

	/**
	 * Create the keeper. Nothing is read yet.
	 * @param store keeps snapshots
	 * @param sections what they are made of
	 * @param erasures what is not to come back from them
	 * @param keys the keys of pseudonyms
	 * @param limit how many bytes a snapshot may have
	 * @param clock tells when something was done
	 * @throws IllegalArgumentException if sections cannot be told apart, there are more
	 * than 64, keys do not last although there is a store, or the limit is too small
	 */
	public BaselineKeeper(BaselineStore store, List<BaselineSection> sections, Erasures erasures, PseudonymKeys keys,
			int limit, Clock clock) {
		if (limit < SMALLEST_LIMIT) {
			throw new IllegalArgumentException("limit must be at least " + SMALLEST_LIMIT + ": " + limit);
		}
		// without sections what was saved with them would be replaced by nothing
		boolean stored = store != BaselineStore.none() && !sections.isEmpty();
		if (stored && !keys.isLasting()) {
			throw new IllegalArgumentException("keys must last, or a snapshot is of no use");
		}
		this.store = store;
		this.sections = byName(sections);
		this.erasures = erasures;
		this.reader = new SnapshotReader(keys, limit);
		this.writer = new SnapshotWriter(keys, limit);
		this.clock = clock;
		this.status = stored ? BaselineStatus.of(State.UNREAD, store.place(), "it was not read yet")
				: BaselineStatus.of(State.NONE, store.place(), null);
	}

	private static Map<String, BaselineSection> byName(List<BaselineSection> sections) {
		if (sections.size() > SnapshotFormat.MOST_SECTIONS) {
			throw new IllegalArgumentException(
					"there must be no more than " + SnapshotFormat.MOST_SECTIONS + " sections: " + sections.size());
		}
		Map<String, BaselineSection> byName = new LinkedHashMap<>();
		for (BaselineSection section : sections) {
			if (!SnapshotFormat.isName(section.name()) || section.version() < 1) {
				throw new IllegalArgumentException("a section must have a name of 1 to 64 visible characters of ASCII "
						+ "and a version from 1: " + section.name() + " " + section.version());
			}
			if (byName.put(section.name(), section) != null) {
				throw new IllegalArgumentException("sections must have names of their own: " + section.name());
			}
		}
		return byName;
	}

	/**
	 * Read what is stored, unless that was done.
	 */
	public synchronized void load() {
		if (this.status.state() != State.UNREAD) {
			return;
		}
		try {
			Optional<InputStream> stored = this.store.load();
			if (stored.isEmpty()) {
				this.status = this.status.cold("nothing was stored");
				return;
			}
			try (InputStream in = stored.get()) {
				take(this.reader.read(in, this.sections));
			}
		}
		catch (IOException | RuntimeException ex) {
			unread("what is stored could not be read: " + words(ex));
		}
	}

	private void take(SnapshotResult result) throws IOException {
		if (result instanceof Refused refused) {
			setAside(refused);
			return;
		}
		Loaded loaded = (Loaded) result;
		this.erasures.repeat();
		this.status = this.status.warm(loaded.created());
		logger.log(Level.INFO,
				() -> "baselines of " + loaded.created() + " are in place: " + loaded.bytes() + " bytes from "
						+ this.store.place()
						+ (loaded.skipped().isEmpty() ? "" : "; nobody knows its sections " + loaded.skipped()));
	}

	private void setAside(Refused refused) throws IOException {
		String what = "the snapshot in " + this.store.place() + " is refused: " + refused.detail();
		try {
			String aside = this.store.setAside(refused.cause().word() + '-' + TIME.format(this.clock.instant()));
			this.status = this.status.cold(refused.detail());
			logger.log(Level.ERROR, () -> what + ". Learning starts anew; the snapshot is kept as " + aside
					+ ((refused.cause() == Cause.CORRUPT) ? "" : ", to be put back once that is mended"));
		}
		catch (IOException | RuntimeException ex) {
			unread(what + "; it could not be set aside: " + words(ex));
		}
	}

	private void unread(String why) {
		if (!why.equals(this.status.why())) {
			logger.log(Level.WARNING, () -> why + ". Learning starts anew, and nothing is saved until it was read");
		}
		this.status = this.status.unread(why, this.clock.instant());
	}

	/**
	 * Save what is learned now, unless what is stored could not be read yet.
	 */
	public synchronized void save() {
		if (this.status.state() == State.WARM || this.status.state() == State.COLD) {
			write();
		}
	}

	/**
	 * Save what is learned now in place of what could not be read, because an operator
	 * gives that up.
	 */
	public synchronized void overwrite() {
		if (this.status.state() == State.UNREAD) {
			this.status = this.status.cold("what was stored was given up by an operator");
			logger.log(Level.WARNING, () -> "what is stored in " + this.store.place() + " is given up");
		}
		save();
	}

	private void write() {
		Instant start = this.clock.instant();
		Erasures.Mark erased = this.erasures.mark();
		try {
			byte[] snapshot = this.writer.write(List.copyOf(this.sections.values()), start);
			boolean others = this.store.save(snapshot) == Replaced.OTHERS;
			this.erasures.saved(erased);
			tell(others);
			this.status = this.status.saved(start, snapshot.length, Duration.between(start, this.clock.instant()),
					others);
		}
		catch (IOException | RuntimeException ex) {
			String why = "what is learned could not be saved: " + words(ex);
			if (!this.status.isFailing()) {
				logger.log(Level.WARNING, () -> why + ". It is tried again; this line is not");
			}
			this.status = this.status.notSaved(why, this.clock.instant());
		}
	}

	private void tell(boolean others) {
		if (others && this.status.replacedOthers() == 0) {
			logger.log(Level.WARNING, () -> "another instance saves to " + this.store.place()
					+ " too. The last one to save wins, and what the others have learned is not in it");
		}
		if (this.status.isFailing()) {
			logger.log(Level.INFO, () -> "what is learned is saved again to " + this.store.place());
		}
	}

	private static String words(Exception ex) {
		String message = ex.getMessage();
		return (ex instanceof IOException && message != null) ? message : ex.toString();
	}

	/**
	 * Return how long ago the last snapshot was saved.
	 * @return the time since then, or {@code null} if none was
	 */
	public @Nullable Duration age() {
		Instant saved = this.status.saved();
		return (saved != null) ? Duration.between(saved, this.clock.instant()) : null;
	}

	/**
	 * Return how it stands.
	 * @return the status
	 */
	public BaselineStatus status() {
		return this.status;
	}

}
