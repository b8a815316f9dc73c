package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.risk.baseline.BaselineStatus.State;

/**
 * Loads before the web server starts, saves from time to time and after it has stopped,
 * on a thread of its own. Neither start nor end waits longer than the timeout.
 */
final class BaselineSchedule implements SmartLifecycle {

	/**
	 * Before the web server and after it: that of Spring Boot starts at 2048 below the
	 * default.
	 */
	private static final int PHASE = DEFAULT_PHASE - 4096;

	private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

	private static final Log logger = LogFactory.getLog(BaselineSchedule.class);

	private final BaselineKeeper keeper;

	private final Duration every;

	private final Duration timeout;

	private volatile @Nullable ScheduledThreadPoolExecutor executor;

	BaselineSchedule(BaselineKeeper keeper, Duration every, Duration timeout) {
		this.keeper = keeper;
		this.every = every;
		this.timeout = timeout;
	}

	@Override
	public void start() {
		if (this.keeper.status().state() == State.NONE || this.executor != null) {
			return;
		}
		ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, BaselineSchedule::daemon);
		started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		this.executor = started;
		await(started.submit(this.keeper::load));
		scheduleNext(started);
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "zt-baselines");
		thread.setDaemon(true);
		return thread;
	}

	private void await(Future<?> loaded) {
		try {
			loaded.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.warn("what is stored was not there after " + this.timeout.toMillis()
					+ "ms. The application starts without it, and nothing is saved until it was read");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			logger.error("what is stored could not be loaded", ex.getCause());
		}
	}

	private void scheduleNext(ScheduledThreadPoolExecutor on) {
		boolean unread = this.keeper.status().state() == State.UNREAD;
		Duration delay = (unread && this.every.compareTo(LONGEST_RETRY) > 0) ? LONGEST_RETRY : this.every;
		try {
			on.schedule(() -> keepAndGoOn(on), delay.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// stopped meanwhile
		}
	}

	private void keepAndGoOn(ScheduledThreadPoolExecutor on) {
		try {
			keep();
		}
		finally {
			scheduleNext(on);
		}
	}

	private void keep() {
		this.keeper.load();
		this.keeper.save();
	}

	/**
	 * Save as soon as the thread is free, and do not wait for it.
	 */
	void saveSoon() {
		execute(this::keep);
	}

	/**
	 * Save in place of what could not be read, as soon as the thread is free.
	 */
	void overwriteSoon() {
		execute(this.keeper::overwrite);
	}

	private void execute(Runnable task) {
		ScheduledThreadPoolExecutor running = this.executor;
		if (running != null) {
			try {
				running.execute(task);
			}
			catch (RejectedExecutionException ex) {
				// stopping saves too
			}
		}
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor stopped = this.executor;
		if (stopped == null) {
			return;
		}
		this.executor = null;
		if (this.keeper.status().state() == State.UNREAD) {
			logger.warn("what was learned is lost: what is stored could not be read, so it was not replaced");
		}
		stopped.execute(this.keeper::save);
		stopped.shutdown();
		try {
			if (!stopped.awaitTermination(this.timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				stopped.shutdownNow();
				logger.warn("what was learned since the last snapshot is lost: it was not saved after "
						+ this.timeout.toMillis() + "ms");
			}
		}
		catch (InterruptedException ex) {
			stopped.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
