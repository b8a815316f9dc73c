package io.zerotrust.token.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer at one moment. The version is the same as long as the keys are.
 *
 * @param version counts up whenever the issuer publishes other keys
 * @param keys the keys
 * @param confirmed when the issuer last said that these are its keys
 * @since 0.1.0
 */
public record KeySet(long version, List<VerificationKey> keys, Instant confirmed) {

	public KeySet {
		keys = List.copyOf(keys);
	}

	/**
	 * Return the keys a token may have been signed with (RFC 7515 section 4.1.4, RFC 8725
	 * J2).
	 * @param id the {@code kid} of the token, or {@code null} if it has none
	 * @param algorithm the {@code alg} of the token
	 * @return the keys of that id, or all if the token names none, that are not for
	 * another algorithm; the only key there is, if nobody named it
	 */
	public List<VerificationKey> matching(@Nullable String id, String algorithm) {
		List<VerificationKey> matching = new ArrayList<>(1);
		boolean unnamed = this.keys.size() == 1 && this.keys.get(0).id() == null;
		for (VerificationKey key : this.keys) {
			boolean named = id == null || unnamed || id.equals(key.id());
			if (named && (key.algorithm() == null || key.algorithm().equals(algorithm))) {
				matching.add(key);
			}
		}
		return matching;
	}

}
