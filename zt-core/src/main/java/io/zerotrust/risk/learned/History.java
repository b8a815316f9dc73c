package io.zerotrust.risk.learned;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of a principal. Immutable: scoring reads a snapshot.
 *
 * @param networks the networks it came from
 * @param devices the devices it used
 * @param agents the families of user agents it used
 * @param sessions its latest sessions
 * @param endpoints the endpoints it used
 * @param failures how often its requests failed
 * @param trials how many trials were learned from
 * @param days on how many days
 * @param day the last of them, counted from the epoch
 * @param steppedUp when the last login was that counted as a step-up, in seconds since
 * the epoch
 * @param steppedUpFrom in which surroundings it was first used
 * @param seen when it was last seen, in milliseconds since the epoch
 */
record History(FamiliarValues networks, FamiliarValues devices, FamiliarValues agents, List<Session> sessions,
		EndpointHistory endpoints, FailureHistory failures, int trials, int days, long day, long steppedUp,
		int steppedUpFrom, long seen) {

	static final History NONE = new History(FamiliarValues.NONE, FamiliarValues.NONE, FamiliarValues.NONE, List.of(),
			EndpointHistory.NONE, FailureHistory.NONE, 0, 0, Long.MIN_VALUE, 0, 0, 0);

	private static final int MOST_SESSIONS = 4;

	private static final int KNOWN = 3;

	private static final int ESTABLISHED = 3;

	private static final long KEPT = 180 * Decay.DAY;

	/**
	 * Whether enough is known for something to be unlike it.
	 */
	boolean isKnown() {
		return this.trials >= KNOWN;
	}

	/**
	 * Whether it has been there long enough to vouch for others. Trials can be had in a
	 * second, days cannot.
	 */
	boolean isEstablished() {
		return this.days >= ESTABLISHED;
	}

	/**
	 * Return the history, or none if it is older than half a year.
	 */
	History at(long now) {
		return (now - this.seen > KEPT) ? NONE : this;
	}

	@Nullable Session session(int key) {
		for (int i = 0; i < this.sessions.size(); i++) {
			if (this.sessions.get(i).key() == key) {
				return this.sessions.get(i);
			}
		}
		return null;
	}

	/**
	 * Whether as many sessions as are remembered began today: one more would push out one
	 * that comes back as a new one.
	 */
	boolean isFull(long day) {
		for (int i = 0; i < this.sessions.size(); i++) {
			if (this.sessions.get(i).since() / Decay.DAY < day) {
				return false;
			}
		}
		return this.sessions.size() == MOST_SESSIONS;
	}

	/**
	 * Whether the login of a request has already proven somebody in other surroundings: a
	 * stolen token brings the login of its owner.
	 */
	boolean isLoginOfOthers(Sample sample) {
		return sample.authenticated() <= this.steppedUp && sample.surroundings() != this.steppedUpFrom;
	}

	/**
	 * Return the sessions with one put in place. The one with the oldest episode goes.
	 */
	List<Session> with(Session session) {
		int place = -1;
		for (int i = 0; i < this.sessions.size() && place < 0; i++) {
			place = (this.sessions.get(i).key() == session.key()) ? i : -1;
		}
		boolean grows = place < 0 && this.sessions.size() < MOST_SESSIONS;
		Session[] sessions = this.sessions.toArray(new Session[this.sessions.size() + (grows ? 1 : 0)]);
		sessions[grows ? sessions.length - 1 : (place >= 0) ? place : oldest()] = session;
		return List.of(sessions);
	}

	private int oldest() {
		int oldest = 0;
		for (int i = 1; i < this.sessions.size(); i++) {
			oldest = (this.sessions.get(i).since() < this.sessions.get(oldest).since()) ? i : oldest;
		}
		return oldest;
	}

}
