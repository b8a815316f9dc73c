package io.zerotrust.spring.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

/**
 * Meters that were registered once, by what tells them apart. To look one up in a
 * registry costs more than to count.
 *
 * @param <K> what tells the meters apart; of which there must be few
 * @param <M> the kind of meter
 */
final class Held<K, M extends Meter> {

	private final Map<K, M> meters = new ConcurrentHashMap<>();

	private final Function<K, M> registration;

	Held(Function<K, M> registration) {
		this.registration = registration;
	}

	@Nullable M known(K key) {
		return this.meters.get(key);
	}

	M of(K key) {
		M meter = this.meters.get(key);
		if (meter == null) {
			// a registry answers a second registration with the same meter
			meter = this.registration.apply(key);
			this.meters.put(key, meter);
		}
		return meter;
	}

	int size() {
		return this.meters.size();
	}

}
