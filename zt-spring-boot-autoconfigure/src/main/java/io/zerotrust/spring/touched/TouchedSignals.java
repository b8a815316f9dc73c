package io.zerotrust.spring.touched;

import java.util.function.Consumer;
import java.util.function.Function;

import reactor.core.publisher.Signal;

import io.zerotrust.outcome.Touched;
import io.zerotrust.outcome.TouchedObjects;

/**
 * Tells the objects that pass through a {@code Mono} or {@code Flux}, whether or not
 * Reactor carries contexts to threads: <pre>
 * orders.findAll().doOnEach(TouchedSignals.object("orders", Order::id))
 * </pre>
 *
 * @since 0.1.0
 */
public final class TouchedSignals {

	private TouchedSignals() {
	}

	/**
	 * Return what tells each element to the request its subscriber serves, and does
	 * nothing where it serves none.
	 * @param <T> the type of the elements
	 * @param type the kind of object, as it is called in paths
	 * @param id tells the identifier of an element
	 * @return a consumer for {@code doOnEach}
	 * @throws IllegalArgumentException when an element passes, if its kind or identifier
	 * is missing or blank
	 */
	public static <T> Consumer<Signal<T>> object(String type, Function<? super T, String> id) {
		return (signal) -> {
			T value = signal.get();
			TouchedObjects objects = signal.getContextView().getOrDefault(TouchedObjects.class, null);
			if (value != null && objects != null) {
				objects.add(Touched.of(type, id.apply(value)));
			}
		};
	}

}
