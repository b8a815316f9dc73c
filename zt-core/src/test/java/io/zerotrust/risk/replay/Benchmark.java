package io.zerotrust.risk.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import io.zerotrust.risk.replay.judge.Flagged;
import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.judge.Series;
import io.zerotrust.risk.replay.report.Results.Without;
import io.zerotrust.risk.replay.report.Results;
import io.zerotrust.risk.replay.world.World;
import io.zerotrust.risk.replay.world.WorldSettings;

/**
 * Measures everything the report tells. Takes a while.
 */
final class Benchmark implements AutoCloseable {

	private static final List<Double> RATES = List.of(0.02, 0.05, 0.10, 0.20);

	private final Runs runs = new Runs();

	private final List<Long> seeds;

	Benchmark(List<Long> seeds) {
		this.seeds = seeds;
	}

	/**
	 * Measure everything in worlds like these.
	 */
	Results measure(WorldSettings base, WorldSettings shifted, WorldSettings harsh) {
		TreeSet<String> signals = signals(base);
		return new Results(series(base), series(shifted), series(harsh), series(base.warm(3)), series(base.warm(1)),
				this.runs.series(base, Switches.onlyAtLogin(signals), this.seeds), rules(base), ramps(),
				ablation(base, signals));
	}

	private Series series(WorldSettings settings) {
		return this.runs.series(settings, Map.of(), this.seeds);
	}

	/**
	 * Return the names of the signals that say something in a world.
	 */
	private TreeSet<String> signals(WorldSettings settings) {
		OpenLoop loop = new OpenLoop(new World(settings, this.seeds.get(0)), Replay.observing(Map.of())).run();
		return loop.witness().signals();
	}

	private List<Roc> rules(WorldSettings settings) {
		List<Callable<Roc>> tasks = new ArrayList<>();
		this.seeds.forEach((seed) -> tasks.add(() -> new StaticRules(new World(settings, seed)).run()));
		return this.runs.all(tasks);
	}

	private List<Flagged> ramps() {
		List<Callable<Flagged>> tasks = new ArrayList<>();
		RATES.forEach((rate) -> tasks.add(() -> new Poisoning(rate, this.seeds.get(0)).run()));
		return this.runs.all(tasks);
	}

	/**
	 * One seed has to do: it takes two replays for each signal.
	 */
	private List<Without> ablation(WorldSettings settings, TreeSet<String> signals) {
		List<Long> one = this.seeds.subList(0, 1);
		List<Callable<Without>> tasks = new ArrayList<>();
		tasks.add(() -> new Without("", new Series(settings, List.of(Runs.measure(settings, Map.of(), one.get(0))))));
		for (String signal : Switches.signals(signals)) {
			tasks.add(() -> new Without(signal, new Series(settings,
					List.of(Runs.measure(settings, Switches.without(List.of(signal)), one.get(0))))));
		}
		return this.runs.all(tasks);
	}

	@Override
	public void close() {
		this.runs.close();
	}

}
