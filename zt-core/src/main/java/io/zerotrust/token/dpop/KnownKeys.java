package io.zerotrust.token.dpop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSHeader;
import org.jspecify.annotations.Nullable;

import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.KnownHeaders;
import io.zerotrust.token.jose.MalformedJwsException;

/**
 * Keys of callers whose proofs held. To read such a key again costs more than to find it;
 * that it signed the proof is verified each time.
 */
final class KnownKeys {

	private static final int MOST = 1000;

	private final KnownHeaders headers = new KnownHeaders(MOST);

	/**
	 * By the very header, so that a key is forgotten with it.
	 */
	private final Cache<JWSHeader, ProofKey> keys = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(MOST)
		.executor(Runnable::run)
		.build();

	CompactJws read(String proof, int maxLength) throws MalformedJwsException {
		return CompactJws.read(proof, maxLength, this.headers);
	}

	/**
	 * Return the key of a proof.
	 * @return the key, or {@code null} if it brings none that does
	 */
	@Nullable ProofKey of(CompactJws proof) {
		ProofKey known = this.keys.getIfPresent(proof.header());
		return (known != null) ? known : ProofKey.of(proof.header(), proof.members());
	}

	/**
	 * Remember a key.
	 * @param proof a proof that holds, beside a token bound to the key
	 */
	void remember(CompactJws proof, ProofKey key) {
		this.headers.remember(proof);
		this.keys.put(proof.header(), key);
	}

}
