package io.zerotrust.spring.token;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.KeysUnavailableException;

/**
 * The keys of issuers where nobody fetches any: no token can be verified.
 *
 * @param issuer the issuer
 * @since 0.1.0
 */
public record UnfetchedKeys(String issuer) implements IssuerKeys {

	/**
	 * Return a ring for issuers whose keys nobody fetches.
	 * @param issuers the issuers
	 * @return the ring
	 */
	public static KeyRing ring(TokenIssuers issuers) {
		Map<String, IssuerKeys> byIssuer = new HashMap<>();
		for (TokenIssuer issuer : issuers.all()) {
			byIssuer.put(issuer.rules().issuer(), new UnfetchedKeys(issuer.rules().issuer()));
		}
		return new KeyRing(byIssuer);
	}

	@Override
	public @Nullable KeySet current() {
		return null;
	}

	@Override
	public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
		return CompletableFuture
			.failedFuture(new KeysUnavailableException("no KeyRing bean fetches keys of " + this.issuer));
	}

}
