package io.zerotrust.risk.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.replay.judge.Flagged;
import io.zerotrust.risk.replay.world.Event;
import io.zerotrust.risk.replay.world.Ramp;

/**
 * Whether who does a bit more every day teaches the model that this is usual.
 */
final class Poisoning {

	private final double rate;

	private final Ramp ramp;

	private final Replay replay = Replay.enforcing(Map.of());

	private final List<Double> factors = new ArrayList<>();

	private final Set<String> climbers = new TreeSet<>();

	private final Set<String> others = new TreeSet<>();

	Poisoning(double rate, long seed) {
		this.rate = rate;
		this.ramp = new Ramp(rate, seed);
	}

	Flagged run() {
		while (this.ramp.hasNext()) {
			for (Event event : this.ramp.next()) {
				replay(event);
			}
		}
		return new Flagged(this.rate, Ramp.CLIMBERS, this.ramp.factor(), List.copyOf(this.factors), this.others.size());
	}

	private void replay(Event event) {
		String name = event.session().name();
		if (this.climbers.contains(name)) {
			return;
		}
		Evaluation evaluation = this.replay.ask(event.request());
		if (evaluation.isPermitted()) {
			this.replay.serve(evaluation, event);
			return;
		}
		this.replay.refuse(evaluation, 429);
		if (this.ramp.factor() > 1 && this.ramp.isClimber(event.session())) {
			this.factors.add(this.ramp.factor());
			this.climbers.add(name);
			this.ramp.finish(name);
		}
		else {
			this.others.add(name);
		}
	}

}
