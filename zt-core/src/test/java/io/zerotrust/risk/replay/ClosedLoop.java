package io.zerotrust.risk.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;
import io.zerotrust.risk.replay.judge.Fate;
import io.zerotrust.risk.replay.judge.Friction;
import io.zerotrust.risk.replay.world.Dice;
import io.zerotrust.risk.replay.world.Event;
import io.zerotrust.risk.replay.world.Incident;
import io.zerotrust.risk.replay.world.Session;
import io.zerotrust.risk.replay.world.World;

/**
 * Replays a world in which decisions have effect. Who is asked to log in again does so if
 * he can and gives up if he is harmless. Who is slowed down comes back later; people let
 * it be. Attackers never give up.
 */
final class ClosedLoop {

	private static final double PASSES = 0.97;

	private static final long LOGIN = 15_000;

	private static final long HOUR = 3_600_000;

	/**
	 * An attacker who is slowed down waits a day in all.
	 */
	private static final long PATIENCE = 24 * HOUR;

	private final World world;

	private final Replay replay;

	private final Witness witness;

	private final Agenda agenda = new Agenda();

	private final Map<Session, Holder> holders = new HashMap<>();

	private final List<Fate> fates = new ArrayList<>();

	private final Friction friction = new Friction();

	private final Dice dice = Dice.of(1);

	ClosedLoop(World world, Replay replay) {
		this.world = world;
		this.replay = replay;
		this.witness = new Witness(world, replay);
		world.incidents().forEach((incident) -> this.fates.add(new Fate(incident)));
	}

	ClosedLoop run() {
		for (List<Event> day = this.world.next(); day != null; day = this.world.next()) {
			for (Event event : day) {
				this.agenda.until(event.time(), this::again);
				first(event);
			}
		}
		this.agenda.until(Long.MAX_VALUE, this::again);
		return this;
	}

	private void first(Event event) {
		Incident incident = event.session().incident();
		if (incident != null && event.harmful()) {
			fate(incident).plan(event.records());
		}
		Holder holder = this.holders.computeIfAbsent(event.session(), (session) -> new Holder());
		if (holder.late > 0) {
			this.agenda.add(event.at(event.time() + holder.late), 0);
		}
		else if (!holder.gone && event.time() >= holder.waits) {
			handle(event, holder, 0);
		}
	}

	private void again(Event event, int tries) {
		handle(event, this.holders.computeIfAbsent(event.session(), (session) -> new Holder()), tries);
	}

	private void handle(Event event, Holder holder, int tries) {
		AccessRequest request = event.request();
		Evaluation evaluation = this.replay.ask(request);
		if (this.world.isUnderTest()) {
			this.witness.see(event, request, evaluation);
		}
		if (!(evaluation.decision() instanceof Refusal refusal)) {
			this.replay.serve(evaluation, event);
			Incident incident = event.session().incident();
			if (incident != null && event.harmful()) {
				fate(incident).serve(event.records());
			}
			return;
		}
		this.replay.refuse(evaluation,
				(refusal instanceof Challenge) ? 401 : (refusal instanceof Throttle) ? 429 : 403);
		if (!refusal.reason().code().startsWith("policy.")) {
			refused(event, holder, refusal, tries);
		}
	}

	private void refused(Event event, Holder holder, Refusal refusal, int tries) {
		Incident incident = event.session().incident();
		boolean passes = refusal instanceof Challenge && tries == 0 && passes(event.session(), holder);
		if (incident == null && this.world.isUnderTest()) {
			this.friction.refuse(event.session(), refusal.reason().code(), event.time() / HOUR);
		}
		if (passes) {
			event.session().stepUp(event.time() + LOGIN);
			this.agenda.add(event.at(event.time() + LOGIN), 1);
			return;
		}
		if (incident != null) {
			fate(incident).contain(refusal.reason().code());
		}
		if (refusal instanceof Throttle throttle) {
			slow(event, holder, throttle.retryAfter().toMillis(), tries);
		}
		else if (refusal instanceof Challenge && incident == null && !event.session().isService()) {
			holder.gone = true;
			this.friction.lose();
		}
	}

	private boolean passes(Session session, Holder holder) {
		holder.asked++;
		Incident incident = session.incident();
		return (incident != null) ? incident.canStepUp() : !session.isService() && this.dice.chance(PASSES);
	}

	private void slow(Event event, Holder holder, long wait, int tries) {
		if (event.session().incident() != null) {
			// what he still has in mind moves with him
			if (holder.late + wait < PATIENCE) {
				holder.late += wait;
				this.agenda.add(event.at(event.time() + wait), 0);
			}
		}
		else if (!event.session().isService()) {
			holder.waits = event.time() + wait;
		}
		else if (tries == 0) {
			this.agenda.add(event.at(event.time() + wait), 1);
		}
	}

	private Fate fate(Incident incident) {
		return this.fates.get(incident.id() - 1);
	}

	List<Fate> fates() {
		return this.fates;
	}

	Friction friction() {
		return this.friction;
	}

	Witness witness() {
		return this.witness;
	}

	Replay replay() {
		return this.replay;
	}

	World world() {
		return this.world;
	}

}
