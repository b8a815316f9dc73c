package io.zerotrust.risk.replay.judge;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.zerotrust.risk.replay.world.Session;

/**
 * What harmless callers had to put up with.
 */
public final class Friction {

	private final Map<String, Integer> people = new TreeMap<>();

	private final Map<String, Integer> services = new TreeMap<>();

	private final Set<String> seen = new HashSet<>();

	private int lost;

	private int victims;

	/**
	 * Note a refusal. Of throttles and denials only the first of a session counts, of a
	 * service only the first of an hour.
	 */
	public void refuse(Session session, String code, long hour) {
		if (session.isTainted()) {
			this.victims++;
			return;
		}
		boolean each = code.equals("risk.step-up");
		String unit = session.isService() ? session.name() + hour : session.toString();
		if (each || this.seen.add(unit + code)) {
			(session.isService() ? this.services : this.people).merge(code, 1, Integer::sum);
		}
	}

	/**
	 * Note that somebody harmless gave up.
	 */
	public void lose() {
		this.lost++;
	}

	public int people(String code) {
		return this.people.getOrDefault(code, 0);
	}

	public int services(String code) {
		return this.services.getOrDefault(code, 0);
	}

	/**
	 * Return how many of them gave up.
	 */
	public int lost() {
		return this.lost;
	}

	/**
	 * Return how many refusals met somebody to whom an attack sticks.
	 */
	public int victims() {
		return this.victims;
	}

	@Override
	public String toString() {
		return "people " + this.people + ", services " + this.services + ", gave up " + this.lost + ", victims "
				+ this.victims;
	}

}
