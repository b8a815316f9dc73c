package io.zerotrust.spring.method;

import java.util.function.Function;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Where the surroundings of a call stand in the context of Reactor: there they follow a
 * request from thread to thread. Loaded only where Reactor is.
 *
 * @since 0.1.0
 */
public final class ReactiveSurroundings {

	private static final Object KEY = ReactiveSurroundings.class;

	private ReactiveSurroundings() {
	}

	/**
	 * Return what lets everything upstream know the surroundings.
	 * @param surroundings tells what is known around the request, at any time of it
	 * @return a function for {@code contextWrite}
	 */
	public static Function<Context, Context> of(Surroundings surroundings) {
		return (context) -> context.put(KEY, surroundings);
	}

	/**
	 * Return the surroundings a context holds.
	 * @param context the context of a subscriber
	 * @param otherwise what is known without it
	 * @return the surroundings
	 */
	public static Surroundings in(ContextView context, Surroundings otherwise) {
		return context.hasKey(KEY) ? context.get(KEY) : otherwise;
	}

}
