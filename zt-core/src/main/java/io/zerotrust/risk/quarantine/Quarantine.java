package io.zerotrust.risk.quarantine;

import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;

/**
 * Shuts tokens out where they were misused. Each quarantine ends by itself, and none is
 * dropped to make room for another. Applications impose and release here too. Every
 * instance of an application has its own.
 *
 * @since 0.1.0
 */
public final class Quarantine {

	/**
	 * Who imposes quarantines where no operator does.
	 */
	public static final String MACHINE = "zt";

	/**
	 * How long an operator can shut somebody out at most.
	 */
	public static final Duration LONGEST = Duration.ofDays(30);

	private static final Logger logger = System.getLogger("io.zerotrust.quarantine");

	/**
	 * How many of one principal are held at most, or one that names ever new devices
	 * would fill the table.
	 */
	private static final int MOST_OF_ONE = 64;

	private final QuarantineRules rules;

	private final Supplier<String> ids;

	private final List<QuarantineListener> listeners;

	private final QuarantineTally tally = new QuarantineTally();

	private final QuarantineTable table = new QuarantineTable();

	// guarded by this, as is every change of the table
	private final Repeats repeats;

	private boolean full;

	/**
	 * Create an empty quarantine.
	 * @param rules how long and how many
	 * @param ids makes ids
	 * @param listeners are told of each change
	 */
	public Quarantine(QuarantineRules rules, Supplier<String> ids, List<QuarantineListener> listeners) {
		this.rules = rules;
		this.ids = ids;
		this.listeners = List.copyOf(listeners);
		this.repeats = new Repeats(rules.capacity());
	}

	/**
	 * Find what shuts a request out, at the time of the request. Waits for nobody.
	 * @param request a question
	 * @return the quarantine, or {@code null} if there is none
	 */
	public @Nullable Quarantined find(AccessRequest request) {
		return request.subject().isAnonymous() ? null : this.table.find(request, request.context().time());
	}

	/**
	 * Whether a principal has something in quarantine, or had it lately: what ran out
	 * counts until that is noticed. Waits for nobody.
	 * @param issuer the issuer
	 * @param subject the subject
	 * @param client the client; quarantines of all clients count too
	 * @return {@code true} if so
	 */
	public boolean holds(String issuer, String subject, String client) {
		return this.table.holds(issuer, subject, client);
	}

	/**
	 * Return how many quarantines are held, those that ran out unnoticed included.
	 * @return their number
	 */
	public int size() {
		return this.table.size();
	}

	/**
	 * Return what was counted.
	 * @return the counts since the start
	 */
	public QuarantineTally tally() {
		return this.tally;
	}

	/**
	 * Shut a token out where it was used, from the time of the request on. One that holds
	 * already stays as it is, unless the cause weighs more.
	 * @param request what was asked by it
	 * @param cause what led to it
	 * @param reason why, for operators
	 * @return what is held now, or {@code null} if there is no room
	 */
	public @Nullable Quarantined impose(AccessRequest request, QuarantineCause cause, String reason) {
		return impose(QuarantineKey.of(request), cause, reason, null, request.context().time(), MACHINE);
	}

	/**
	 * Shut somebody out in the name of an operator. One that holds already lasts at least
	 * as long.
	 * @param key what is shut out
	 * @param reason why
	 * @param duration for how long, or {@code null} for as long as one may last that no
	 * operator imposed
	 * @param now the present moment
	 * @param by the name of the operator
	 * @return what is held now, or {@code null} if there is no room
	 * @throws IllegalArgumentException if the duration is not positive or longer than
	 * {@link #LONGEST}, or the reason is blank, too long or has control characters
	 */
	public @Nullable Quarantined impose(QuarantineKey key, String reason, @Nullable Duration duration, Instant now,
			String by) {
		Duration lasting = (duration != null) ? duration : this.rules.longest();
		if (lasting.isNegative() || lasting.isZero() || lasting.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("duration must be positive and at most 30 days: " + lasting);
		}
		return impose(key, QuarantineCause.OPERATOR, QuarantineKey.verified("reason", reason), lasting, now, by);
	}

	private @Nullable Quarantined impose(QuarantineKey key, QuarantineCause cause, String reason,
			@Nullable Duration duration, Instant now, String by) {
		List<QuarantineEvent> events = new ArrayList<>(1);
		Quarantined held;
		synchronized (this) {
			removeOver(now, events);
			held = hold(key, cause, reason, duration, now, by, events);
		}
		tell(events);
		return held;
	}

	private @Nullable Quarantined hold(QuarantineKey key, QuarantineCause cause, String reason,
			@Nullable Duration duration, Instant now, String by, List<QuarantineEvent> events) {
		Quarantined before = this.table.find(key);
		if (before != null && cause != QuarantineCause.OPERATOR && cause.compareTo(before.cause()) <= 0) {
			return before;
		}
		if (before == null && (this.table.size() >= this.rules.capacity() || this.table.of(key) >= MOST_OF_ONE)) {
			reject();
			return null;
		}
		int times = this.repeats.before(key, now);
		Instant until = now.plus((duration != null) ? duration : this.rules.of(cause, times));
		Quarantined imposed = new Quarantined(this.ids.get(), key, cause, reason, now, until, by);
		if (before == null) {
			this.table.put(imposed);
			this.repeats.note(key, times + 1, until);
		}
		else {
			imposed = before.and(imposed);
			this.table.replace(before, imposed);
			this.repeats.note(key, Math.max(1, times), imposed.until());
		}
		events.add(new QuarantineEvent(QuarantineEvent.Change.IMPOSED, imposed, now, by));
		return imposed;
	}

	private void reject() {
		this.tally.countRejected();
		if (!this.full) {
			this.full = true;
			logger.log(Level.WARNING,
					() -> "no room for a further quarantine beside " + this.table.size()
							+ "; requests are refused by their risk alone. Raise zt.risk.quarantine.capacity, or look "
							+ "at a principal that has " + MOST_OF_ONE);
		}
	}

	/**
	 * Lift a quarantine. The next of the same key is a first one again.
	 * @param id which one
	 * @param now the present moment
	 * @param by the name of who does it
	 * @return what was lifted, or {@code null} if none holds by that id
	 */
	public @Nullable Quarantined release(String id, Instant now, String by) {
		List<QuarantineEvent> events = new ArrayList<>(1);
		Quarantined found;
		synchronized (this) {
			removeOver(now, events);
			found = this.table.find(id);
			if (found != null) {
				this.table.remove(found);
				this.repeats.forget(found.key());
				this.full = false;
				events.add(new QuarantineEvent(QuarantineEvent.Change.RELEASED, found, now, by));
			}
		}
		tell(events);
		return found;
	}

	/**
	 * Return what is held.
	 * @param now the present moment
	 * @return the quarantines, the one that ends first at the front
	 */
	public List<Quarantined> list(Instant now) {
		List<QuarantineEvent> events = new ArrayList<>(0);
		List<Quarantined> all;
		synchronized (this) {
			removeOver(now, events);
			all = this.table.all();
		}
		tell(events);
		return all;
	}

	/**
	 * Notice what has run out.
	 */
	void expire(Instant now) {
		if (this.table.isAnyOver(now)) {
			list(now);
		}
	}

	private void removeOver(Instant now, List<QuarantineEvent> events) {
		for (Quarantined over : this.table.removeOver(now)) {
			this.full = false;
			events.add(new QuarantineEvent(QuarantineEvent.Change.EXPIRED, over, now, MACHINE));
		}
	}

	private void tell(List<QuarantineEvent> events) {
		for (QuarantineEvent event : events) {
			this.tally.count(event);
			Quarantined of = event.quarantined();
			logger.log(Level.INFO, () -> "quarantine " + of.id() + " " + event.change().word() + ", "
					+ of.key().scope().word() + " by " + of.cause().word() + ", until " + of.until());
			for (QuarantineListener listener : this.listeners) {
				try {
					listener.changed(event);
				}
				catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
					logger.log(Level.ERROR, "listener failed on quarantine " + of.id(), ex);
				}
			}
		}
	}

}
