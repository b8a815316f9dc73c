package io.zerotrust.risk.baseline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Forgets subjects, and shows what is remembered of them. Until a snapshot without them
 * was saved it is kept whom to forget again, should an older one be read.
 *
 * @since 0.1.0
 */
public final class Erasures {

	private final List<Remembered> remembered;

	private final Set<Erased> unsaved = ConcurrentHashMap.newKeySet();

	/**
	 * Create the erasures.
	 * @param remembered what is remembered, by name
	 * @throws IllegalArgumentException if a name is there twice
	 */
	public Erasures(List<Remembered> remembered) {
		this.remembered = List.copyOf(remembered);
		long names = this.remembered.stream().map(Remembered::name).distinct().count();
		if (names != this.remembered.size()) {
			throw new IllegalArgumentException(
					"what is remembered must have names of its own: " + principals().keySet());
		}
	}

	/**
	 * Forget a subject now.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the exact value of {@code sub}
	 * @param stored whether there is a store that it may come back from
	 * @return how many principals were forgotten
	 */
	public int forget(String issuer, String subject, boolean stored) {
		if (!stored) {
			return forget(issuer, subject);
		}
		Erased erased = new Erased(issuer, subject);
		this.unsaved.add(erased);
		int forgotten = forget(issuer, subject);
		// a snapshot that was written meanwhile may still have the subject
		this.unsaved.add(erased);
		return forgotten;
	}

	private int forget(String issuer, String subject) {
		int forgotten = 0;
		for (Remembered one : this.remembered) {
			forgotten += one.forget(issuer, subject);
		}
		return forgotten;
	}

	/**
	 * Return what is remembered of a subject.
	 * @param issuer the exact value of {@code iss}
	 * @param subject the exact value of {@code sub}
	 * @return what is remembered, by the name of what remembers it; empty if nothing is
	 */
	public Map<String, Object> export(String issuer, String subject) {
		Map<String, Object> found = new LinkedHashMap<>();
		for (Remembered one : this.remembered) {
			one.export(issuer, subject).ifPresent((known) -> found.put(one.name(), known));
		}
		return found;
	}

	/**
	 * Return of how many principals something is remembered.
	 * @return their numbers, by the name of what remembers them
	 */
	public Map<String, Integer> principals() {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		this.remembered.forEach((one) -> numbers.put(one.name(), one.principals()));
		return numbers;
	}

	/**
	 * Return how many erasures no saved snapshot has yet.
	 * @return their number
	 */
	public int unsaved() {
		return this.unsaved.size();
	}

	/**
	 * Forget again who was forgotten, after a snapshot was read.
	 */
	void repeat() {
		this.unsaved.forEach((erased) -> forget(erased.issuer(), erased.subject()));
	}

	/**
	 * Return what a snapshot that is begun now does not have.
	 */
	Mark mark() {
		return new Mark(Set.copyOf(this.unsaved));
	}

	void saved(Mark mark) {
		this.unsaved.removeAll(mark.erased());
	}

	record Erased(String issuer, String subject) {
	}

	record Mark(Set<Erased> erased) {
	}

}
