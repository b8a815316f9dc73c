package io.zerotrust.risk.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskTally;
import io.zerotrust.risk.replay.judge.Peak;
import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.world.Event;
import io.zerotrust.risk.replay.world.Incident;
import io.zerotrust.risk.replay.world.Session;
import io.zerotrust.risk.replay.world.World;

/**
 * Replays a world in which decisions change nothing. Each harmless session and each
 * incident has the highest score of its requests.
 */
final class OpenLoop {

	/**
	 * Below this nobody asks what a score is made of.
	 */
	private static final double NOTEWORTHY = -1;

	private final World world;

	private final Replay replay;

	private final Map<Session, Peak> sessions = new LinkedHashMap<>();

	private final Map<Session, Peak> tainted = new LinkedHashMap<>();

	private final List<Peak> incidents = new ArrayList<>();

	private final TreeSet<String> signals = new TreeSet<>();

	private long requests;

	OpenLoop(World world, Replay replay) {
		this.world = world;
		this.replay = replay;
		for (Incident incident : world.incidents()) {
			this.incidents.add(new Peak(incident.toString()));
		}
	}

	OpenLoop run() {
		for (List<Event> day = this.world.next(); day != null; day = this.world.next()) {
			for (Event event : day) {
				replay(event);
			}
			this.requests += day.size();
		}
		return this;
	}

	private void replay(Event event) {
		AccessRequest request = event.request();
		Evaluation evaluation = this.replay.ask(request);
		if (this.world.isUnderTest()) {
			judge(event, request, evaluation);
		}
		if (evaluation.isPermitted()) {
			this.replay.serve(evaluation, event);
		}
		else {
			this.replay.refuse(evaluation, 403);
		}
	}

	private void judge(Event event, AccessRequest request, Evaluation evaluation) {
		if (!isScored(evaluation)) {
			return;
		}
		double nats = RiskTally.nats(RiskCheck.risk(evaluation));
		Peak peak = peak(event.session());
		if (peak.isBelow(nats)) {
			List<Contribution> why = (nats > NOTEWORTHY) ? this.replay.explain(request) : List.of();
			why.forEach((contribution) -> this.signals.add(contribution.signal()));
			peak.rise(nats, event.path(), why);
		}
	}

	private static boolean isScored(Evaluation evaluation) {
		int last = evaluation.findings().size() - 1;
		return last >= 0 && evaluation.findings().get(last).check().equals(RiskCheck.name(true));
	}

	private Peak peak(Session session) {
		Incident incident = session.incident();
		if (incident != null) {
			return this.incidents.get(incident.id() - 1);
		}
		return (session.isTainted() ? this.tainted : this.sessions).computeIfAbsent(session,
				(unknown) -> new Peak(session.toString()));
	}

	Roc roc() {
		return Roc.of(benign(), this.world.incidents(), this.incidents);
	}

	/**
	 * Return the harmless sessions, and the days of services.
	 */
	List<Peak> benign() {
		return new ArrayList<>(this.sessions.values());
	}

	/**
	 * Return the sessions that an attack sticks to.
	 */
	List<Peak> tainted() {
		return new ArrayList<>(this.tainted.values());
	}

	List<Peak> incidents() {
		return this.incidents;
	}

	World world() {
		return this.world;
	}

	Replay replay() {
		return this.replay;
	}

	long requests() {
		return this.requests;
	}

	/**
	 * Return the names of the signals that said something.
	 */
	TreeSet<String> signals() {
		return this.signals;
	}

}
