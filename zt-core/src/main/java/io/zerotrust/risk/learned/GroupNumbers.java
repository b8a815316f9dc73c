package io.zerotrust.risk.learned;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;

/**
 * Numbers groups of peers in the order they are met: callers of one kind with the same
 * roles. When all numbers are given, those of a kind are one group.
 */
final class GroupNumbers {

	static final int MOST = 16;

	private static final int KINDS = SubjectKind.values().length;

	private final ConcurrentMap<Peers, Integer> numbers = new ConcurrentHashMap<>();

	private final AtomicInteger next = new AtomicInteger(KINDS);

	int of(Subject subject) {
		Peers peers = new Peers(subject.kind(), subject.roles());
		Integer known = this.numbers.get(peers);
		if (known != null) {
			return known;
		}
		return (this.next.get() < MOST) ? this.numbers.computeIfAbsent(peers, (each) -> number(each.kind()))
				: subject.kind().ordinal();
	}

	private int number(SubjectKind kind) {
		int number = this.next.getAndIncrement();
		return (number < MOST) ? number : kind.ordinal();
	}

	Map<Peers, Integer> all() {
		return this.numbers;
	}

	/**
	 * Take over numbers that were given before a restart.
	 */
	void restore(Map<Peers, Integer> numbers) {
		this.numbers.clear();
		this.numbers.putAll(numbers);
		this.next.set(numbers.values().stream().mapToInt((number) -> number + 1).max().orElse(KINDS));
		this.next.accumulateAndGet(KINDS, Math::max);
	}

	/**
	 * Who is compared with one another.
	 *
	 * @param kind what kind of callers they are
	 * @param roles the roles they have
	 */
	record Peers(SubjectKind kind, Set<String> roles) {
	}

}
