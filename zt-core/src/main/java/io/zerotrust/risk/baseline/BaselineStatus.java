package io.zerotrust.risk.baseline;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with what is kept of baselines.
 *
 * @param state whether what was stored is in place
 * @param place where snapshots are kept
 * @param why why the start was cold, or what was stored could not be read; {@code null}
 * if it is in place
 * @param restored when the snapshot in place was made
 * @param saved when a snapshot was saved last
 * @param bytes how long that was; 0 before the first
 * @param took how long that took; zero before the first
 * @param failed when something failed last
 * @param failure what failed then
 * @param failures how often something failed
 * @param replacedOthers how often a snapshot of another instance was replaced
 * @since 0.1.0
 */
public record BaselineStatus(State state, String place, @Nullable String why, @Nullable Instant restored,
		@Nullable Instant saved, int bytes, Duration took, @Nullable Instant failed, @Nullable String failure,
		long failures, long replacedOthers) {

	static BaselineStatus of(State state, String place, @Nullable String why) {
		return new BaselineStatus(state, place, why, null, null, 0, Duration.ZERO, null, null, 0, 0);
	}

	/**
	 * Return whether the last attempt to load or save failed.
	 * @return {@code true} until one succeeds
	 */
	public boolean isFailing() {
		return this.state == State.UNREAD || this.failure != null;
	}

	BaselineStatus warm(Instant created) {
		return new BaselineStatus(State.WARM, this.place, null, created, this.saved, this.bytes, this.took, this.failed,
				null, this.failures, this.replacedOthers);
	}

	BaselineStatus cold(String because) {
		return new BaselineStatus(State.COLD, this.place, because, null, this.saved, this.bytes, this.took, this.failed,
				null, this.failures, this.replacedOthers);
	}

	BaselineStatus unread(String because, Instant at) {
		return new BaselineStatus(State.UNREAD, this.place, because, null, this.saved, this.bytes, this.took, at,
				because, this.failures + 1, this.replacedOthers);
	}

	BaselineStatus saved(Instant at, int length, Duration time, boolean others) {
		return new BaselineStatus(this.state, this.place, this.why, this.restored, at, length, time, this.failed, null,
				this.failures, this.replacedOthers + (others ? 1 : 0));
	}

	BaselineStatus notSaved(String because, Instant at) {
		return new BaselineStatus(this.state, this.place, this.why, this.restored, this.saved, this.bytes, this.took,
				at, because, this.failures + 1, this.replacedOthers);
	}

	/**
	 * Whether what was stored is in place.
	 */
	public enum State {

		/**
		 * Nothing is stored: there is no store.
		 */
		NONE,

		/**
		 * What is stored could not be read yet, and is not replaced until it was.
		 */
		UNREAD,

		/**
		 * Learning began anew: nothing was stored, or it was refused and set aside.
		 */
		COLD,

		/**
		 * What was stored is in place.
		 */
		WARM

	}

}
