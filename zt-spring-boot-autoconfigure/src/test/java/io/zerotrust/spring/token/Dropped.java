package io.zerotrust.spring.token;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Hooks;

/**
 * Errors that came when nobody was there any more, which Reactor logs.
 */
final class Dropped {

	private final List<Throwable> errors = new CopyOnWriteArrayList<>();

	Dropped() {
		Hooks.onErrorDropped(this.errors::add);
	}

	/**
	 * Return the errors; others are logged again.
	 */
	List<Throwable> take() {
		Hooks.resetOnErrorDropped();
		return this.errors;
	}

}
