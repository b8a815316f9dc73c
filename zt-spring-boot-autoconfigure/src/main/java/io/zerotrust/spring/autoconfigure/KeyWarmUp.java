package io.zerotrust.spring.autoconfigure;

import org.springframework.context.SmartLifecycle;

import io.zerotrust.token.keys.remote.KeyFetching;

/**
 * Begins to fetch keys when the application starts, without waiting for them.
 */
final class KeyWarmUp implements SmartLifecycle {

	private final KeyFetching fetching;

	private volatile boolean running;

	KeyWarmUp(KeyFetching fetching) {
		this.fetching = fetching;
	}

	@Override
	public void start() {
		this.running = true;
		this.fetching.warmUp();
	}

	@Override
	public void stop() {
		// requests under way still need keys; the bean of the fetching is closed after
		// them
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
