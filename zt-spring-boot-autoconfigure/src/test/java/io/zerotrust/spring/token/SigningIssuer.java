package io.zerotrust.spring.token;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.jspecify.annotations.Nullable;

import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.KeysUnavailableException;
import io.zerotrust.token.keys.VerificationKey;

/**
 * An issuer whose keys change when a test says so.
 */
final class SigningIssuer implements IssuerKeys {

	private final String name;

	private ECKey key;

	private long version;

	private @Nullable KeySet published;

	int asked;

	SigningIssuer(String name) {
		this.name = name;
		this.key = generate(1);
		rotate();
	}

	String name() {
		return this.name;
	}

	/**
	 * Sign with another key from now on, and publish that alone.
	 */
	void rotate() {
		this.version++;
		this.key = generate(this.version);
		publish();
	}

	void goAway() {
		this.published = null;
	}

	void publish() {
		this.published = new KeySet(this.version,
				List.of(new VerificationKey(this.key.getKeyID(), "ES256", publicKey(this.key))), Instant.EPOCH);
	}

	String token(Map<String, Object> claims) {
		Map<String, Object> all = new TreeMap<>(Map.of("iss", this.name));
		all.putAll(claims);
		JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(this.key.getKeyID())
			.type(new JOSEObjectType("at+jwt"))
			.build(), new Payload(all));
		try {
			token.sign(new ECDSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	@Override
	public @Nullable KeySet current() {
		return this.published;
	}

	@Override
	public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
		this.asked++;
		return (this.published != null) ? CompletableFuture.completedFuture(this.published)
				: CompletableFuture.failedFuture(new KeysUnavailableException("away"));
	}

	private static ECKey generate(long id) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID("key-" + id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PublicKey publicKey(ECKey key) {
		try {
			return key.toECPublicKey();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
