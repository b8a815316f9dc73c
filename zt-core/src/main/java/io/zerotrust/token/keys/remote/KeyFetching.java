package io.zerotrust.token.keys.remote;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeyRing;

/**
 * Fetches the keys of all issuers and keeps them fresh. Nobody is asked before the first
 * need or {@link #warmUp()}.
 *
 * @since 0.1.0
 */
public final class KeyFetching implements AutoCloseable {

	private static final Logger logger = System.getLogger("io.zerotrust.keys");

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

	private final List<RemoteKeys> all = new ArrayList<>();

	private final KeyRing ring;

	private final Duration pause;

	private final ExecutorService executor;

	private final ScheduledThreadPoolExecutor timer;

	private final AtomicBoolean warm = new AtomicBoolean();

	/**
	 * Create the fetching.
	 * @param sources the issuers, each once
	 * @param rules how keys are fetched and kept
	 * @param ssl whom to trust, or {@code null} for whom the JDK trusts
	 * @param clock tells how old keys are
	 */
	public KeyFetching(List<KeySource> sources, KeyRules rules, @Nullable SSLContext ssl, Clock clock) {
		AtomicInteger threads = new AtomicInteger();
		this.executor = Executors.newCachedThreadPool((task) -> daemon(task, "zt-keys-" + threads.incrementAndGet()));
		this.timer = new ScheduledThreadPoolExecutor(1, (task) -> daemon(task, "zt-keys-timer"));
		// whatever waits when the application stops waits in vain
		this.timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		Documents documents = new Documents(ssl, rules.timeout(), rules.maxSize(), this.executor);
		Map<String, IssuerKeys> byIssuer = new LinkedHashMap<>();
		for (KeySource source : sources) {
			RemoteKeys keys = new RemoteKeys(source, rules, clock, documents, this.executor, this.timer);
			if (byIssuer.put(source.issuer(), keys) != null) {
				throw new IllegalArgumentException("sources must name each issuer once: " + source.issuer());
			}
			this.all.add(keys);
		}
		this.ring = new KeyRing(byIssuer);
		this.pause = pause(rules.coolDown());
	}

	/**
	 * How often to look whether keys have come of age: often enough to ask again soon
	 * after a cool-down.
	 */
	private static Duration pause(Duration coolDown) {
		Duration pause = coolDown.dividedBy(4);
		if (pause.compareTo(SHORTEST_PAUSE) < 0) {
			return SHORTEST_PAUSE;
		}
		return (pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause;
	}

	private static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Return the keys of all issuers.
	 * @return the ring
	 */
	public KeyRing ring() {
		return this.ring;
	}

	/**
	 * Fetch all keys and keep them fresh from now on, in the background. An issuer that
	 * does not answer is asked again after each cool-down.
	 */
	public void warmUp() {
		if (this.warm.compareAndSet(false, true) && !this.all.isEmpty()) {
			this.timer.scheduleWithFixedDelay(this::refresh, 0, this.pause.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Fetch the keys that have come of age.
	 */
	void refresh() {
		for (RemoteKeys keys : this.all) {
			try {
				keys.refresh();
			}
			catch (RuntimeException ex) {
				// the next look may fare better; without this there would be none
				logger.log(Level.ERROR, "the age of keys could not be looked at", ex);
			}
		}
	}

	/**
	 * Return how it stands with the keys.
	 * @return one row an issuer, in the order they were configured
	 */
	public List<KeyStatus> status() {
		return this.all.stream().map(RemoteKeys::status).toList();
	}

	/**
	 * Stop fetching. Whoever waits gets what there is.
	 */
	@Override
	public void close() {
		this.timer.shutdownNow();
		this.all.forEach(RemoteKeys::close);
		this.executor.shutdown();
	}

}
