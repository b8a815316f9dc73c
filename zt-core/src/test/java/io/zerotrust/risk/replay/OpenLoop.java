package io.zerotrust.risk.replay;

import java.util.List;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.replay.judge.Peaks;
import io.zerotrust.risk.replay.world.Event;
import io.zerotrust.risk.replay.world.World;

/**
 * Replays a world in which decisions change nothing. Each harmless session and each
 * incident has the highest score of its requests.
 */
final class OpenLoop {

	private final World world;

	private final Replay replay;

	private final Witness witness;

	private long requests;

	OpenLoop(World world, Replay replay) {
		this.world = world;
		this.replay = replay;
		this.witness = new Witness(world, replay);
	}

	OpenLoop run() {
		for (List<Event> day = this.world.next(); day != null; day = this.world.next()) {
			day.forEach(this::replay);
			this.requests += day.size();
		}
		return this;
	}

	private void replay(Event event) {
		AccessRequest request = event.request();
		Evaluation evaluation = this.replay.ask(request);
		if (this.world.isUnderTest()) {
			this.witness.see(event, request, evaluation);
		}
		if (evaluation.isPermitted()) {
			this.replay.serve(evaluation, event);
		}
		else {
			this.replay.refuse(evaluation, 403);
		}
	}

	Peaks peaks() {
		return this.witness.peaks();
	}

	Witness witness() {
		return this.witness;
	}

	Replay replay() {
		return this.replay;
	}

	long requests() {
		return this.requests;
	}

}
