package io.zerotrust.spring.actuate;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.baseline.BaselineStatus;
import io.zerotrust.risk.baseline.Erasures;

/**
 * What is learned of how many principals, and where it is kept.
 *
 * @param principals of how many principals something is remembered, by what remembers it
 * @param state {@code none} without a store, {@code unread}, {@code cold} or {@code warm}
 * @param place where snapshots are kept
 * @param why why it is cold or unread
 * @param restored when the snapshot was made that is in place
 * @param saved when a snapshot was saved last
 * @param bytes how long that was
 * @param failed when something failed last
 * @param failure what failed, until it succeeds
 * @param failures how often something failed
 * @param replacedOthers how often a snapshot of another instance was replaced
 * @param unsavedErasures how many erasures no saved snapshot has yet
 * @since 0.1.0
 */
public record BaselinesDescriptor(Map<String, Integer> principals, String state, String place, @Nullable String why,
		@Nullable Instant restored, @Nullable Instant saved, int bytes, @Nullable Instant failed,
		@Nullable String failure, long failures, long replacedOthers, int unsavedErasures) {

	static BaselinesDescriptor of(BaselineStatus status, Erasures erasures) {
		return new BaselinesDescriptor(erasures.principals(), Words.of(status.state()), status.place(), status.why(),
				status.restored(), status.saved(), status.bytes(), status.failed(), status.failure(), status.failures(),
				status.replacedOthers(), erasures.unsaved());
	}

	/**
	 * What is remembered of a subject.
	 *
	 * @param reference stands for the subject in the log
	 * @param remembered what is remembered, by what remembers it; empty if nothing is
	 */
	public record Export(String reference, Map<String, Object> remembered) {
	}

	/**
	 * What was erased.
	 *
	 * @param reference stands for the subject in the log
	 * @param forgotten how many principals were forgotten in this instance
	 * @param store {@code soon} if a snapshot without the subject is being saved,
	 * {@code none} without a store, {@code unread} if the stored one could not be read
	 * yet and still has the subject
	 */
	public record Erasure(String reference, int forgotten, String store) {
	}

	/**
	 * Why something was not done.
	 *
	 * @param message what to write instead
	 */
	public record Problem(String message) {
	}

}
