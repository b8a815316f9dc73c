package io.zerotrust.risk.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.Contribution;
import io.zerotrust.risk.SignalRule;
import io.zerotrust.risk.replay.judge.Fate;
import io.zerotrust.risk.replay.judge.Peak;
import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.report.ClosedLoopTable;
import io.zerotrust.risk.replay.report.OpenLoopTable;
import io.zerotrust.risk.replay.world.World;
import io.zerotrust.risk.replay.world.WorldSettings;

/**
 * What somebody who tunes the model wants to see, of a world that it may be tuned on.
 */
final class Tuning {

	private static final int MOST = 40;

	private final StringBuilder text = new StringBuilder();

	private final Map<String, SignalRule> signals = Switches
		.without(List.of(System.getProperty("zt.risk-benchmark.off", "").split(",")));

	/**
	 * Replay the base world. The properties {@code zt.risk-benchmark.seed}, {@code .loop}
	 * ({@code open} or {@code closed}), {@code .warm} (days) and {@code .off} (signals)
	 * change what is replayed.
	 */
	static String print() {
		Tuning tuning = new Tuning();
		WorldSettings settings = WorldSettings.base().warm(Integer.getInteger("zt.risk-benchmark.warm", 14));
		long seed = Long.getLong("zt.risk-benchmark.seed", Seeds.TUNE.get(0));
		if (!Seeds.TUNE.contains(seed)) {
			throw new IllegalArgumentException("seed must be one of " + Seeds.TUNE + ": " + seed);
		}
		String loop = System.getProperty("zt.risk-benchmark.loop", "");
		if (!loop.equals("closed")) {
			tuning.open(new World(settings, seed));
		}
		if (!loop.equals("open")) {
			tuning.closed(new World(settings, seed));
		}
		return tuning.text.toString();
	}

	private void open(World world) {
		long start = System.nanoTime();
		OpenLoop loop = new OpenLoop(world, Replay.observing(this.signals)).run();
		Roc roc = loop.peaks().roc();
		say("%n# Open loop%n%d requests, %d harmless sessions, %.1f s%nshift %.2f people, %.2f services; signals %s%n",
				loop.requests(), roc.benign().length, (System.nanoTime() - start) / 1e9,
				loop.replay().shift(SubjectKind.HUMAN), loop.replay().shift(SubjectKind.SERVICE),
				loop.witness().signals());
		say("thresholds: 1 %% %.2f, 0.1 %% %.2f%n%n%s%n", roc.threshold(0.01), roc.threshold(0.001),
				OpenLoopTable.of(roc));
		say("Highest harmless sessions%n");
		highest(loop.peaks().benign());
		say("%nMissed incidents at 0.1 %%%n");
		double threshold = roc.threshold(0.001);
		loop.peaks().incidents().stream().filter((peak) -> peak.nats() <= threshold).forEach(this::say);
	}

	private void closed(World world) {
		long start = System.nanoTime();
		ClosedLoop loop = new ClosedLoop(world, Replay.enforcing(this.signals)).run();
		Roc roc = loop.witness().peaks().roc();
		say("%n# Closed loop%n%.1f s, shift %.2f people, %.2f services%n", (System.nanoTime() - start) / 1e9,
				loop.replay().shift(SubjectKind.HUMAN), loop.replay().shift(SubjectKind.SERVICE));
		double days = WorldSettings.TEST_DAYS * world.settings().users() / 1000.0;
		say("%s%nper 1,000 users and day: step-ups %.2f, throttles %.2f, denials %.2f, quarantines %.2f%n",
				loop.friction(), loop.friction().people("risk.step-up") / days,
				loop.friction().people("risk.throttled") / days, loop.friction().people("risk.denied") / days,
				loop.friction().people("risk.quarantined") / days);
		say("found with step-ups answered: 1 %% %s, 0.1 %% %s at %.2f%n%n%s%n", roc.found(0.01), roc.found(0.001),
				roc.threshold(0.001), ClosedLoopTable.of(loop.fates()));
		say("Highest harmless sessions%n");
		highest(loop.witness().peaks().benign());
		say("%nNot contained%n");
		for (Fate fate : loop.fates()) {
			if (!fate.isContained()) {
				say("%s%n", fate);
				say(loop.witness().peaks().incidents().get(fate.incident().id() - 1));
			}
		}
	}

	private void highest(List<Peak> peaks) {
		peaks.stream().sorted(Comparator.comparingDouble(Peak::nats).reversed()).limit(MOST).forEach(this::say);
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
