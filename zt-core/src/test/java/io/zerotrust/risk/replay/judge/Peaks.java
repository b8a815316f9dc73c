package io.zerotrust.risk.replay.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.zerotrust.risk.replay.world.Incident;
import io.zerotrust.risk.replay.world.Session;

/**
 * The highest scores of all sessions and incidents of a replay.
 */
public final class Peaks {

	private final List<Incident> attacks;

	private final Map<Session, Peak> sessions = new LinkedHashMap<>();

	private final Map<Session, Peak> tainted = new LinkedHashMap<>();

	private final List<Peak> incidents = new ArrayList<>();

	public Peaks(List<Incident> attacks) {
		this.attacks = attacks;
		attacks.forEach((incident) -> this.incidents.add(new Peak(incident.toString())));
	}

	public Peak of(Session session) {
		Incident incident = session.incident();
		if (incident != null) {
			return this.incidents.get(incident.id() - 1);
		}
		return (session.isTainted() ? this.tainted : this.sessions).computeIfAbsent(session,
				(unknown) -> new Peak(session.toString()));
	}

	/**
	 * Return the harmless sessions, and the days of services.
	 */
	public List<Peak> benign() {
		return new ArrayList<>(this.sessions.values());
	}

	/**
	 * Return the sessions to which an attack sticks.
	 */
	public List<Peak> tainted() {
		return new ArrayList<>(this.tainted.values());
	}

	public List<Peak> incidents() {
		return this.incidents;
	}

	public Roc roc() {
		return Roc.of(benign(), this.attacks, this.incidents);
	}

}
