package io.zerotrust.spring.touched;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

import io.zerotrust.outcome.TouchedObjects;

/**
 * Lets Micrometer carry the objects of a request to other threads, Reactor's included.
 * Loaded only where contexts are propagated.
 *
 * @since 0.1.0
 */
public final class TouchedAccessor implements ThreadLocalAccessor<TouchedObjects> {

	@Override
	public Object key() {
		return TouchedObjects.class;
	}

	@Override
	public @Nullable TouchedObjects getValue() {
		return TouchedObjects.current();
	}

	@Override
	public void setValue(TouchedObjects value) {
		TouchedObjects.attach(value);
	}

	@Override
	public void setValue() {
		TouchedObjects.attach(null);
	}

}
