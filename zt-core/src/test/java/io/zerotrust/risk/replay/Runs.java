package io.zerotrust.risk.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.SignalRule;
import io.zerotrust.risk.replay.judge.Measured;
import io.zerotrust.risk.replay.judge.Series;
import io.zerotrust.risk.replay.world.World;
import io.zerotrust.risk.replay.world.WorldSettings;

/**
 * Replays worlds, a few at the same time. None knows of another.
 */
final class Runs implements AutoCloseable {

	private final ExecutorService threads = Executors
		.newFixedThreadPool(Math.min(4, Runtime.getRuntime().availableProcessors()));

	Series series(WorldSettings settings, Map<String, SignalRule> signals, List<Long> seeds) {
		List<Callable<Measured>> tasks = new ArrayList<>();
		seeds.forEach((seed) -> tasks.add(() -> measure(settings, signals, seed)));
		return new Series(settings, all(tasks));
	}

	<T> List<T> all(List<Callable<T>> tasks) {
		List<Future<T>> futures = new ArrayList<>();
		tasks.forEach((task) -> futures.add(this.threads.submit(task)));
		List<T> results = new ArrayList<>();
		for (Future<T> future : futures) {
			results.add(result(future));
		}
		return results;
	}

	private static <T> T result(Future<T> future) {
		try {
			return future.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	static Measured measure(WorldSettings settings, Map<String, SignalRule> signals, long seed) {
		OpenLoop open = new OpenLoop(new World(settings, seed), Replay.observing(signals)).run();
		ClosedLoop closed = new ClosedLoop(new World(settings, seed), Replay.enforcing(signals)).run();
		return new Measured(open.peaks().roc(), closed.witness().peaks().roc(), closed.fates(), closed.friction(),
				closed.replay().shift(SubjectKind.HUMAN));
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
