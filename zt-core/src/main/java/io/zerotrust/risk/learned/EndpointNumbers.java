package io.zerotrust.risk.learned;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.zerotrust.access.Admission;
import io.zerotrust.access.Resource;

/**
 * Numbers the endpoints in the order they are met. Callers cannot invent any.
 */
final class EndpointNumbers {

	static final int MOST = 512;

	/**
	 * Stands for what is no endpoint, or one too many.
	 */
	static final int NONE = -1;

	private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();

	private final AtomicInteger next = new AtomicInteger();

	int of(Resource resource) {
		if (resource.policy().admission() == Admission.ABSENT) {
			return NONE;
		}
		Integer known = this.numbers.get(resource.id());
		if (known != null) {
			return known;
		}
		return (this.numbers.size() < MOST) ? this.numbers.computeIfAbsent(resource.id(), (id) -> number()) : NONE;
	}

	private int number() {
		int number = this.next.getAndIncrement();
		return (number < MOST) ? number : NONE;
	}

}
