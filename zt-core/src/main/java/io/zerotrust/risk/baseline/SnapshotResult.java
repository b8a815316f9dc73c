package io.zerotrust.risk.baseline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What came of reading a snapshot.
 *
 * @since 0.1.0
 */
public sealed interface SnapshotResult {

	/**
	 * It was read and is in place.
	 *
	 * @param created when it was made
	 * @param read the parts that were read
	 * @param skipped the parts nobody knows here
	 * @param bytes how long it was
	 */
	record Loaded(Instant created, List<String> read, List<String> skipped, int bytes) implements SnapshotResult {

		public Loaded {
			read = List.copyOf(read);
			skipped = List.copyOf(skipped);
		}

	}

	/**
	 * It is not used, and nothing has changed.
	 *
	 * @param cause what is the matter with it
	 * @param detail the same in words, for operators; nothing of its contents
	 */
	record Refused(Cause cause, String detail) implements SnapshotResult {
	}

	/**
	 * What is the matter with a snapshot.
	 */
	enum Cause {

		/**
		 * It is not what was written.
		 */
		CORRUPT,

		/**
		 * It was written by a later version of zt.
		 */
		NEWER,

		/**
		 * It was written under another secret, so its pseudonyms are nobody's here.
		 */
		OTHER_SECRET;

		/**
		 * Return the cause in letters and hyphens.
		 * @return the word
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
