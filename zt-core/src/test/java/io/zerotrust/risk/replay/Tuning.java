package io.zerotrust.risk.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.replay.judge.Peak;
import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.report.OpenLoopTable;
import io.zerotrust.risk.replay.world.World;
import io.zerotrust.risk.replay.world.WorldSettings;

/**
 * What somebody who tunes the model wants to see, of a world that it may be tuned on.
 */
final class Tuning {

	private static final int MOST = 40;

	private final StringBuilder text = new StringBuilder();

	static String print(WorldSettings settings, long seed) {
		Tuning tuning = new Tuning();
		tuning.open(new World(settings, seed));
		return tuning.text.toString();
	}

	private void open(World world) {
		long start = System.nanoTime();
		OpenLoop loop = new OpenLoop(world, Replay.observing(Map.of())).run();
		Roc roc = loop.roc();
		say("%n%d requests, %d harmless sessions, %.1f s; shift %.2f people, %.2f services; signals %s%n",
				loop.requests(), roc.benign().length, (System.nanoTime() - start) / 1e9,
				loop.replay().shift(SubjectKind.HUMAN), loop.replay().shift(SubjectKind.SERVICE), loop.signals());
		say("thresholds: 1 %% %.2f, 0.1 %% %.2f%n%n%s%n", roc.threshold(0.01), roc.threshold(0.001),
				OpenLoopTable.of(roc));
		List<Peak> benign = new ArrayList<>(loop.benign());
		benign.sort(Comparator.comparingDouble(Peak::nats).reversed());
		say("Highest harmless sessions%n");
		benign.stream().limit(MOST).forEach(this::say);
		say("%nMissed incidents at 0.1 %%%n");
		double threshold = roc.threshold(0.001);
		loop.incidents().stream().filter((peak) -> peak.nats() <= threshold).forEach(this::say);
	}

	private void say(Peak peak) {
		StringBuilder why = new StringBuilder();
		for (Contribution contribution : peak.why()) {
			why.append(String.format(Locale.ROOT, ", %+.1f %s (%s)", contribution.assessment().nats(),
					contribution.assessment().words(), contribution.signal()));
		}
		say("%6.2f  %s  %s%s%n", peak.nats(), peak.name(), peak.path(), why);
	}

	private void say(String format, Object... values) {
		this.text.append(String.format(Locale.ROOT, format, values));
	}

}
