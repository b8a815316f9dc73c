package io.zerotrust.risk.replay;

import java.util.List;
import java.util.TreeSet;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskTally;
import io.zerotrust.risk.replay.judge.Peak;
import io.zerotrust.risk.replay.judge.Peaks;
import io.zerotrust.risk.replay.world.Event;
import io.zerotrust.risk.replay.world.World;

/**
 * Remembers the highest scores and what they were made of.
 */
final class Witness {

	/**
	 * Below this nobody asks what a score is made of.
	 */
	private static final double NOTEWORTHY = -1;

	private final Replay replay;

	private final Peaks peaks;

	private final TreeSet<String> signals = new TreeSet<>();

	Witness(World world, Replay replay) {
		this.replay = replay;
		this.peaks = new Peaks(world.incidents());
	}

	void see(Event event, AccessRequest request, Evaluation evaluation) {
		if (!isScored(evaluation)) {
			return;
		}
		double nats = RiskTally.nats(RiskCheck.risk(evaluation));
		Peak peak = this.peaks.of(event.session());
		if (peak.isBelow(nats)) {
			List<Contribution> why = (nats > NOTEWORTHY) ? this.replay.explain(request) : List.of();
			why.forEach((contribution) -> this.signals.add(contribution.signal()));
			peak.rise(nats, event.path(), why);
		}
	}

	/**
	 * Whether the check on everything was asked, and nobody had refused before.
	 */
	private static boolean isScored(Evaluation evaluation) {
		int last = evaluation.findings().size() - 1;
		return last >= 0 && evaluation.findings().get(last).check().equals(RiskCheck.name(true));
	}

	Peaks peaks() {
		return this.peaks;
	}

	/**
	 * Return the names of the signals that said something.
	 */
	TreeSet<String> signals() {
		return this.signals;
	}

}
