package io.zerotrust.risk.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps one snapshot. It is called by one thread at a time, never by one that serves
 * requests, and may wait.
 *
 * @since 0.1.0
 */
public interface BaselineStore {

	/**
	 * Return the snapshot that was saved last as a whole.
	 * @return its bytes, or empty if there is none
	 * @throws IOException if nobody knows whether there is one
	 */
	Optional<InputStream> load() throws IOException;

	/**
	 * Put a snapshot in place of the one before, which stays readable until this one is
	 * whole. Of several instances the last one to save wins.
	 * @param snapshot the bytes
	 * @return whose snapshot it replaced
	 * @throws IOException if it was not saved; the one before is still there
	 */
	Replaced save(byte[] snapshot) throws IOException;

	/**
	 * Take the snapshot that was loaded out of the way, so that it can be looked at and
	 * is not replaced by the next one.
	 * @param suffix what to add to its name: letters, digits, points and hyphens
	 * @return where it is now
	 * @throws IOException if it is still where it was
	 */
	String setAside(String suffix) throws IOException;

	/**
	 * Return where snapshots are kept, for operators.
	 * @return a few words without credentials
	 */
	String place();

	/**
	 * Return the store that keeps nothing: what is learned ends with the process.
	 * @return the store
	 */
	static BaselineStore none() {
		return NoStore.INSTANCE;
	}

	/**
	 * Whose snapshot was replaced.
	 */
	enum Replaced {

		/**
		 * None, or what this instance had loaded or saved.
		 */
		OWN,

		/**
		 * What another instance has saved meanwhile.
		 */
		OTHERS

	}

}
