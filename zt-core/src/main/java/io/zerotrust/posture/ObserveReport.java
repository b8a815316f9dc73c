package io.zerotrust.posture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Refusal;

/**
 * Counts what enforcement would refuse while it only observes, by endpoint and reason
 * code. Bounded: beyond its size further endpoints share one row.
 *
 * @since 0.1.0
 */
public final class ObserveReport {

	/**
	 * The code of rows that count refusals by Spring Security itself.
	 */
	public static final String REFUSED_BY_SPRING = "refused-by-spring";

	private static final int MAX_ROWS = 1000;

	private static final Key OVERFLOW = new Key("other endpoints", "various");

	private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

	/**
	 * Take in an evaluation; only permits that would have been refusals count.
	 * @param evaluation the evaluation
	 * @return whether it opened a row
	 */
	public boolean record(Evaluation evaluation) {
		if (!evaluation.isPermitted() || !(evaluation.wouldBe() instanceof Refusal refusal)) {
			return false;
		}
		String endpoint = evaluation.request().action().name() + ' ' + evaluation.request().resource().id();
		return record(endpoint, refusal.reason().code());
	}

	/**
	 * Count a request.
	 * @param endpoint the endpoint; never a path sent by a caller
	 * @param code why enforcement would refuse it
	 * @return whether it opened a row
	 */
	public boolean record(String endpoint, String code) {
		Key key = new Key(endpoint, code);
		LongAdder count = this.counts.get(key);
		if (count != null) {
			count.increment();
			return false;
		}
		Key bounded = (this.counts.size() < MAX_ROWS) ? key : OVERFLOW;
		LongAdder fresh = new LongAdder();
		count = this.counts.putIfAbsent(bounded, fresh);
		((count != null) ? count : fresh).increment();
		return count == null && bounded == key;
	}

	/**
	 * Return the rows.
	 * @return the rows, most frequent first
	 */
	public List<Row> rows() {
		return this.counts.entrySet()
			.stream()
			.map((entry) -> new Row(entry.getKey().endpoint(), entry.getKey().code(), entry.getValue().sum()))
			.sorted(Comparator.comparingLong(Row::count)
				.reversed()
				.thenComparing(Row::endpoint)
				.thenComparing(Row::code))
			.toList();
	}

	private record Key(String endpoint, String code) {

	}

	/**
	 * How often enforcement would have refused.
	 *
	 * @param endpoint the endpoint
	 * @param code why
	 * @param count how many requests
	 */
	public record Row(String endpoint, String code, long count) {

	}

}
