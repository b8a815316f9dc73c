package io.zerotrust.spring.method;

import java.util.function.BooleanSupplier;

import reactor.core.scheduler.Schedulers;

import org.springframework.util.ClassUtils;

/**
 * Knows the threads that may wait for nothing.
 */
final class NonBlocking {

	static final boolean REACTOR = ClassUtils.isPresent("reactor.core.publisher.Mono",
			NonBlocking.class.getClassLoader());

	private NonBlocking() {
	}

	/**
	 * Return what tells whether the current thread is one of them. Without Reactor there
	 * are none.
	 */
	static BooleanSupplier threads() {
		return REACTOR ? Reactor::isCurrent : () -> false;
	}

	/**
	 * Loaded only where Reactor is.
	 */
	private static final class Reactor {

		static boolean isCurrent() {
			return Schedulers.isInNonBlockingThread();
		}

	}

}
