package io.zerotrust.token.jose;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.token.jose.Verification.Refused;
import io.zerotrust.token.jose.Verification.Undecided;
import io.zerotrust.token.jose.Verification.Verified;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.KeysUnavailableException;
import io.zerotrust.token.keys.VerificationKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Whose tokens are believed, in which order they are looked at, and when keys are asked
 * for.
 */
class JwtVerifierTests {

	private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

	private static final String ISSUER = "https://idp.example.com";

	private static final String OTHER = "https://partner.example.com";

	private static final ECKey key = generate("one");

	private static final ECKey partner = generate("two");

	private final Keys keys = new Keys(new KeySet(1, List.of(of(key)), NOW));

	private final Keys partnerKeys = new Keys(new KeySet(1, List.of(of(partner)), NOW));

	private final JwtVerifier verifier = new JwtVerifier(
			List.of(new JwtIssuer(ISSUER, Set.of("ES256", "RS256"), Duration.ofSeconds(60), this.keys),
					new JwtIssuer(OTHER, Set.of("ES256"), Duration.ZERO, this.partnerKeys)),
			new Signatures(null), 4096, Clock.fixed(NOW, ZoneOffset.UTC));

	private static ECKey generate(String id) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@Tag("AT4")
	void verifyWhenSignedByTheIssuerThenVerifiedWithoutAsking() {
		Verification verification = this.verifier.verify(token(Map.of(), key));
		assertThat(verification).isInstanceOfSatisfying(Verified.class, (verified) -> {
			assertThat(verified.issuer().name()).isEqualTo(ISSUER);
			assertThat(verified.keys()).isEqualTo(1);
			assertThat(verified.jws().claims()).containsEntry("sub", "user");
			assertThat(this.verifier.isCurrent(verified.issuer(), verified.keys())).isTrue();
		});
		// the second time its header is known
		assertThat(this.verifier.verify(token(Map.of("sub", "b"), key))).isInstanceOf(Verified.class);
		assertThat(this.keys.asked).isZero();
	}

	@Test
	@Tag("J9")
	void verifyWhenSignedByAnotherTrustedIssuerThenRefused() {
		ECKey disguised = new ECKey.Builder(partner).keyID("one").build();
		refused("token.signature", token(Map.of(), disguised));
		assertThat(code(token(Map.of(), partner))).isEqualTo("token.key");
		assertThat(this.partnerKeys.asked).isZero();
		assertThat(this.verifier.verify(token(Map.of("iss", OTHER), partner))).isInstanceOf(Verified.class);
	}

	@Test
	@Tag("J9")
	@Tag("AT2")
	void verifyWhenIssuerIsUnknownThenRefusedWithoutAsking() {
		for (String issuer : List.of("https://idp.example.com/", "HTTPS://idp.example.com", "", "x")) {
			refused("token.issuer", token(Map.of("iss", issuer), partner));
		}
		assertThat(this.keys.asked + this.partnerKeys.asked).isZero();
	}

	@Test
	@Tag("J1")
	@Tag("J3")
	@Tag("J4")
	@Tag("J7")
	void verifyWhenAlgorithmIsNotOneOfTheIssuersThenNoKeyIsLookedFor() throws JOSEException {
		refused("token.algorithm", hmac("one"));
		refused("token.algorithm", hmac("unknown"));
		refused("token.algorithm", "eyJhbGciOiJub25lIn0.e30.");
		assertThat(this.keys.asked).isZero();
		// RS256 is one of the first issuer alone
		String rsa = "eyJhbGciOiJSUzI1NiJ9." + Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(("{\"iss\":\"" + OTHER + "\"}").getBytes(StandardCharsets.UTF_8)) + ".c2lnbmF0dXJl";
		refused("token.algorithm", rsa);
	}

	@Test
	@Tag("J2")
	void verifyWhenKeyIsForAnotherAlgorithmThenNoKeyFits() {
		this.keys.later = new KeySet(1, List.of(new VerificationKey("one", "ES384", of(key).key())), NOW);
		this.keys.current = this.keys.later;
		assertThat(code(token(Map.of(), key))).isEqualTo("token.key");
		// nor does one of another kind, where the issuer does not say what it is for
		String rsa = token(Map.of(), key).replaceFirst("^[^.]+",
				Base64.getUrlEncoder()
					.withoutPadding()
					.encodeToString("{\"alg\":\"RS256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8)));
		this.keys.current = new KeySet(2, List.of(of(key)), NOW);
		refused("token.signature", rsa);
	}

	@ParameterizedTest
	@CsvSource({ "0, verified", "-60, verified", "-61, token.expired", "-86400, token.expired" })
	@Tag("AT5")
	void verifyWhenExpiredThenRefusedBeforeKeysAreLookedFor(long fromNow, String outcome) {
		String token = token(Map.of("exp", NOW.plusSeconds(fromNow).getEpochSecond()), key);
		assertThat(code(token)).isEqualTo(outcome);
		this.keys.current = null;
		if (outcome.equals("token.expired")) {
			refused("token.expired", token);
			assertThat(this.keys.asked).isZero();
		}
	}

	@Test
	void verifyWhenKeyIsNewThenIssuerIsAskedOnce() throws JOSEException {
		ECKey fresh = new ECKeyGenerator(Curve.P_256).keyID("three").generate();
		this.keys.later = new KeySet(2, List.of(of(fresh)), NOW);
		assertThat(this.verifier.verify(token(Map.of(), fresh))).isInstanceOfSatisfying(Undecided.class,
				(undecided) -> assertThat(undecided.answer().toCompletableFuture().join())
					.isInstanceOfSatisfying(Verified.class, (verified) -> {
						assertThat(verified.keys()).isEqualTo(2);
						assertThat(this.verifier.isCurrent(verified.issuer(), 1)).isFalse();
					}));
		assertThat(this.keys.asked).isEqualTo(1);
		refusedLater("token.key", token(Map.of(), key));
	}

	@Test
	void verifyWhenIssuerIsAwayThenUnavailable() {
		this.keys.current = null;
		this.keys.later = null;
		assertThat(this.verifier.verify(token(Map.of(), key))).isInstanceOfSatisfying(Undecided.class,
				(undecided) -> assertThat(undecided.answer().toCompletableFuture()).isCompletedExceptionally()
					.failsWithin(Duration.ZERO)
					.withThrowableOfType(ExecutionException.class)
					.withCauseInstanceOf(KeysUnavailableException.class));
	}

	@Test
	@Tag("J5")
	void verifyWhenTamperedThenRefused() {
		String[] parts = token(Map.of(), key).split("\\.");
		String[] others = token(Map.of("sub", "mallory"), key).split("\\.");
		refused("token.signature", parts[0] + "." + others[1] + "." + parts[2]);
		refused("token.malformed", "not-a-token");
		refused("token.malformed", parts[0] + "." + parts[1] + "." + parts[2] + ".");
	}

	@Test
	void newWhenIssuerIsNamedTwiceThenRefused() {
		JwtIssuer issuer = new JwtIssuer(ISSUER, Set.of("ES256"), Duration.ZERO, this.keys);
		assertThatIllegalArgumentException().isThrownBy(() -> new JwtVerifier(List.of(issuer, issuer),
				new Signatures(null), 4096, Clock.fixed(NOW, ZoneOffset.UTC)));
	}

	private void refused(String code, String token) {
		assertThat(this.verifier.verify(token)).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reason().code()).isEqualTo(code));
	}

	private void refusedLater(String code, String token) {
		assertThat(this.verifier.verify(token)).isInstanceOf(Undecided.class);
		assertThat(code(token)).isEqualTo(code);
	}

	private String code(String token) {
		Verification verification = this.verifier.verify(token);
		if (verification instanceof Undecided undecided) {
			verification = undecided.answer().toCompletableFuture().join();
		}
		return (verification instanceof Refused refused) ? refused.reason().code() : "verified";
	}

	private static VerificationKey of(ECKey key) {
		try {
			return new VerificationKey(key.getKeyID(), null, key.toECPublicKey());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String token(Map<String, Object> claims, ECKey key) {
		try {
			return sign(claims, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
					new ECDSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String hmac(String id) throws JOSEException {
		return sign(Map.of(), new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(id).build(),
				new MACSigner(key.toECPublicKey().getEncoded()));
	}

	private static String sign(Map<String, Object> claims, JWSHeader header, JWSSigner signer) throws JOSEException {
		Map<String, Object> all = new LinkedHashMap<>(
				Map.of("iss", ISSUER, "sub", "user", "exp", NOW.plusSeconds(300).getEpochSecond()));
		all.putAll(claims);
		JWSObject jws = new JWSObject(header, new Payload(all));
		jws.sign(signer);
		return jws.serialize();
	}

	/**
	 * Keys by hand.
	 */
	private static final class Keys implements IssuerKeys {

		private @Nullable KeySet current;

		private @Nullable KeySet later;

		private int asked;

		Keys(KeySet current) {
			this.current = current;
			this.later = current;
		}

		@Override
		public @Nullable KeySet current() {
			return this.current;
		}

		@Override
		public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
			this.asked++;
			this.current = this.later;
			return (this.later != null) ? CompletableFuture.completedFuture(this.later)
					: CompletableFuture.failedFuture(new KeysUnavailableException("away"));
		}

	}

}
