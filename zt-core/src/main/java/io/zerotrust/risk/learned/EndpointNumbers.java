package io.zerotrust.risk.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Admission;
import io.zerotrust.access.Resource;

/**
 * Numbers the endpoints in the order they are met: patterns, and what is done there.
 * Callers can invent neither; all methods nobody knows are one.
 */
final class EndpointNumbers {

	static final int MOST = 512;

	/**
	 * Stands for what is no endpoint, or one too many.
	 */
	static final int NONE = -1;

	private static final int KINDS = 6;

	private final List<ConcurrentMap<String, Integer>> numbers = new ArrayList<>(KINDS);

	private final AtomicInteger next = new AtomicInteger();

	EndpointNumbers() {
		for (int i = 0; i < KINDS; i++) {
			this.numbers.add(new ConcurrentHashMap<>());
		}
	}

	int of(AccessRequest request) {
		Resource resource = request.resource();
		if (resource.policy().admission() == Admission.ABSENT) {
			return NONE;
		}
		ConcurrentMap<String, Integer> numbers = this.numbers.get(kind(request.action().name()));
		Integer known = numbers.get(resource.id());
		if (known != null) {
			return known;
		}
		return (this.next.get() < MOST) ? numbers.computeIfAbsent(resource.id(), (id) -> number()) : NONE;
	}

	private static int kind(String method) {
		return switch (method) {
			case "GET", "HEAD" -> 0;
			case "POST" -> 1;
			case "PUT" -> 2;
			case "PATCH" -> 3;
			case "DELETE" -> 4;
			default -> 5;
		};
	}

	/**
	 * Return the numbers by kind of method, then by pattern.
	 */
	List<? extends Map<String, Integer>> all() {
		return this.numbers;
	}

	/**
	 * Take over numbers that were given before a restart.
	 */
	void restore(List<? extends Map<String, Integer>> numbers) {
		int next = 0;
		for (int i = 0; i < KINDS; i++) {
			this.numbers.get(i).clear();
			this.numbers.get(i).putAll(numbers.get(i));
			next = numbers.get(i).values().stream().mapToInt((number) -> number + 1).reduce(next, Math::max);
		}
		this.next.set(next);
	}

	private int number() {
		int number = this.next.getAndIncrement();
		return (number < MOST) ? number : NONE;
	}

}
