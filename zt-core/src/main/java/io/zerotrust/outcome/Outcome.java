package io.zerotrust.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;

/**
 * What came of a request.
 *
 * @param evaluation the last decision on the request
 * @param status the HTTP status of the response
 * @param bytes how many bytes of body were written
 * @param objects the objects the request was about; empty if there are none
 * @param end whether the response was written to its end
 * @param time when the response was over
 * @param took how long the request took, from its first filter on
 * @param credentialDropped whether the request brought a credential that was dropped
 * unread, as the endpoint demands
 * @param moreObjects how often an object was touched that is not among the objects, since
 * there is no room for more
 * @param suspicions what the application found suspicious about the request; empty if
 * nothing
 * @since 0.1.0
 */
public record Outcome(Evaluation evaluation, int status, long bytes, List<TouchedObject> objects, End end, Instant time,
		Duration took, boolean credentialDropped, int moreObjects, List<Suspicion> suspicions) {

	public Outcome {
		if (status < 100 || status > 999) {
			throw new IllegalArgumentException("status must have three digits: " + status);
		}
		if (bytes < 0) {
			throw new IllegalArgumentException("bytes must not be negative: " + bytes);
		}
		if (moreObjects < 0) {
			throw new IllegalArgumentException("moreObjects must not be negative: " + moreObjects);
		}
		objects = List.copyOf(objects);
		suspicions = List.copyOf(suspicions);
	}

	/**
	 * Create the outcome of a request all of whose objects are known.
	 * @param evaluation the last decision on the request
	 * @param status the HTTP status of the response
	 * @param bytes how many bytes of body were written
	 * @param objects the objects the request was about
	 * @param end whether the response was written to its end
	 * @param time when the response was over
	 * @param took how long the request took
	 * @param credentialDropped whether a credential was dropped unread
	 */
	public Outcome(Evaluation evaluation, int status, long bytes, List<TouchedObject> objects, End end, Instant time,
			Duration took, boolean credentialDropped) {
		this(evaluation, status, bytes, objects, end, time, took, credentialDropped, 0, List.of());
	}

	/**
	 * Create the outcome of a request of which no credential was dropped.
	 * @param evaluation the last decision on the request
	 * @param status the HTTP status of the response
	 * @param bytes how many bytes of body were written
	 * @param objects the objects the request was about
	 * @param end whether the response was written to its end
	 * @param time when the response was over
	 * @param took how long the request took
	 */
	public Outcome(Evaluation evaluation, int status, long bytes, List<TouchedObject> objects, End end, Instant time,
			Duration took) {
		this(evaluation, status, bytes, objects, end, time, took, false, 0, List.of());
	}

	/**
	 * Whether the application served the request and found no fault with it.
	 * @return {@code true} for a permitted request with a status below 400 whose response
	 * was not cut off
	 */
	public boolean isSuccess() {
		return this.evaluation.isPermitted() && this.status < 400 && this.end == End.COMPLETED;
	}

	/**
	 * Return how much the suspicions say together.
	 * @return the sum of their weights, {@value Suspicion#MOST} at most
	 */
	public double suspicion() {
		double sum = 0;
		for (int i = 0; i < this.suspicions.size(); i++) {
			sum += this.suspicions.get(i).weight();
		}
		return Math.min(Suspicion.MOST, sum);
	}

	/**
	 * How a response ended.
	 */
	public enum End {

		/**
		 * It was written to its end.
		 */
		COMPLETED,

		/**
		 * The handler, the view or the connection failed on the way.
		 */
		FAILED,

		/**
		 * An asynchronous handler did not answer in time.
		 */
		TIMED_OUT,

		/**
		 * It was closed on its way, because its caller may no longer have it.
		 */
		CUT_OFF

	}

}
