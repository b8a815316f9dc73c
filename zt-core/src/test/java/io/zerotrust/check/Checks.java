package io.zerotrust.check;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

/**
 * Checks that behave well, and checks that do not.
 */
final class Checks {

	private Checks() {
	}

	static LocalCheck passing(String name) {
		return new Local(name, Finding::pass);
	}

	static LocalCheck granting(String name) {
		return new Local(name, Finding::grant);
	}

	static LocalCheck refusing(String name, String code) {
		return new Local(name, () -> refuse(code));
	}

	static LocalCheck throwing(String name, Throwable failure) {
		return new Local(name, () -> Checks.<RuntimeException, Finding>sneak(failure));
	}

	static LocalCheck answeringNull(String name) {
		return new Local(name, () -> null);
	}

	static LocalCheck counting(String name, AtomicInteger calls) {
		return new Local(name, () -> {
			calls.incrementAndGet();
			return Finding.pass();
		});
	}

	static RemoteCheck remote(String name, CompletionStage<Finding> answer) {
		return new Remote(name, () -> answer);
	}

	static RemoteCheck remoteThrowing(String name, Throwable failure) {
		return new Remote(name, () -> Checks.<RuntimeException, CompletionStage<Finding>>sneak(failure));
	}

	static RemoteCheck remoteWithoutStage(String name) {
		return new Remote(name, () -> null);
	}

	@SuppressWarnings("NullAway")
	static RemoteCheck remoteAnsweringNull(String name) {
		return new Remote(name, () -> CompletableFuture.completedFuture(null));
	}

	static Finding refuse(String code) {
		return Finding.refuse(Deny.of(Reason.of(code)));
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable, T> T sneak(Throwable failure) throws E {
		throw (E) failure;
	}

	private record Local(String name, Supplier<@Nullable Finding> answer) implements LocalCheck {

		@Override
		@SuppressWarnings("NullAway")
		public Finding evaluate(AccessRequest request) {
			return this.answer.get();
		}

	}

	private record Remote(String name, Supplier<@Nullable CompletionStage<Finding>> answer) implements RemoteCheck {

		@Override
		@SuppressWarnings("NullAway")
		public CompletionStage<Finding> evaluate(AccessRequest request) {
			return this.answer.get();
		}

	}

}
