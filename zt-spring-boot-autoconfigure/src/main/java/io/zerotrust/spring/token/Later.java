package io.zerotrust.spring.token;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hands answers that come later to Reactor.
 */
final class Later {

	private Later() {
	}

	/**
	 * Return an answer. Who goes away meanwhile leaves it to whoever else waits, and what
	 * it fails with then is nobody's error.
	 * @param answer asks for it
	 * @return the answer, or what it failed with
	 */
	static <T> Mono<T> of(Supplier<CompletionStage<T>> answer) {
		return Mono
			.fromFuture(() -> answer.get()
				.<Outcome<T>>handle((value, failure) -> new Outcome<>(value, failure))
				.toCompletableFuture(), true)
			.flatMap(Outcome::mono);
	}

	/**
	 * Reactor logs failures that nobody waits for, but not values.
	 */
	private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

		Mono<T> mono() {
			return (this.failure != null) ? Mono.error(Deadline.cause(this.failure)) : Mono.justOrEmpty(this.value);
		}

	}

}
