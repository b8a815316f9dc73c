package io.zerotrust.token.dpop;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.BigIntegerUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.dpop.ProofResult.Refused;
import io.zerotrust.token.dpop.ProofResult.Verified;
import io.zerotrust.token.jose.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProofVerifierTests {

	private static final KeyPair OTHER = TestProof.keys("EC", 256);

	private static final KeyPair RSA = TestProof.keys("RSA", 2048);

	private final ProofVerifier verifier = verifier(ProofRules.standard());

	@Test
	void verifyWhenGoodThenVerified() {
		assertThat(verify(TestProof.good().presented()))
			.isEqualTo(new Verified(TestProof.thumbprint(TestProof.EC_JWK)));
		assertThat(this.verifier.tally().of("verified")).isOne();
	}

	// a key that is known saves nobody the signature, and binds nobody else's token
	@Test
	@Tag("D5")
	@Tag("D14")
	void verifyWhenKeyIsKnownThenEverythingElseIsVerifiedAgain() {
		assertThat(verify(TestProof.good().presented())).isInstanceOf(Verified.class);
		assertThat(verify(TestProof.good().presented())).isInstanceOf(Verified.class);
		assertRefused(TestProof.good().key(OTHER.getPrivate()), "dpop.proof-signature");
		PresentedProof good = TestProof.good().presented();
		assertRefused(new PresentedProof(good.text(), good.method(), good.uri(), good.token(), "another", good.time()),
				"dpop.key-mismatch");
		assertRefused(TestProof.good().claim("htm", "POST"), "dpop.method");
		PresentedProof used = TestProof.good().presented();
		assertThat(verify(used)).isInstanceOf(Verified.class);
		assertRefused(used, "dpop.replay");
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "RS384", "RS512", "PS256", "PS384", "PS512" })
	@Tag("D4")
	@Tag("D5")
	void verifyWhenRsaThenVerified(String algorithm) {
		assertThat(verify(TestProof.good().signedBy(algorithm, RSA).presentedBound())).isInstanceOf(Verified.class);
	}

	@ParameterizedTest
	@CsvSource({ "ES256, 256", "ES384, 384", "ES512, 521" })
	@Tag("D4")
	@Tag("D5")
	void verifyWhenEllipticThenVerified(String algorithm, int size) {
		assertThat(verify(TestProof.good().signedBy(algorithm, TestProof.keys("EC", size)).presentedBound()))
			.isInstanceOf(Verified.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "EdDSA", "Ed25519" })
	@Tag("D4")
	@Tag("D5")
	void verifyWhenEdwardsThenVerified(String algorithm) {
		assertThat(verify(TestProof.good().signedBy(algorithm, TestProof.keys("Ed25519", 0)).presentedBound()))
			.isInstanceOf(Verified.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "...", "a.b.c", "a b", "eyJ9.eyJ9.AA", "é.é.é", "null" })
	@Tag("D2")
	void verifyWhenNoJwtThenMalformed(String text) {
		assertRefused(TestProof.presented(text), "dpop.proof-malformed");
	}

	@Test
	@Tag("D1")
	@Tag("D2")
	void verifyWhenTwoProofsInOneHeaderThenMalformed() {
		String one = TestProof.good().text();
		assertRefused(TestProof.presented(one + "," + TestProof.good().text()), "dpop.proof-malformed");
		assertRefused(TestProof.presented(one + ", " + one), "dpop.proof-malformed");
		assertRefused(TestProof.presented(one + "." + one), "dpop.proof-malformed");
		assertRefused(TestProof.presented("A".repeat(10_000)), "dpop.proof-malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jti", "htm", "htu", "iat" })
	@Tag("D2")
	void verifyWhenClaimMissingOrOfWrongTypeThenMalformed(String claim) {
		assertRefused(TestProof.good().claim(claim, null), "dpop.proof-malformed");
		assertRefused(TestProof.good().claim(claim, Map.of("a", 1)), "dpop.proof-malformed");
		assertRefused(TestProof.good().claim(claim, "iat".equals(claim) ? "1772366400" : 7), "dpop.proof-malformed");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e300, -1e300, 1e12, 9e18 })
	@Tag("D11")
	void verifyWhenIatIsAbsurdThenMalformed(double iat) {
		assertRefused(TestProof.good().claim("iat", iat), "dpop.proof-malformed");
	}

	@Test
	@Tag("D12")
	void verifyWhenJtiIsOversizedOrEmptyThenMalformed() {
		assertThat(verify(TestProof.good().claim("jti", "j".repeat(256)).presented())).isInstanceOf(Verified.class);
		assertRefused(TestProof.good().claim("jti", "j".repeat(257)), "dpop.proof-malformed");
		assertRefused(TestProof.good().claim("jti", ""), "dpop.proof-malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "at+jwt", "dpop", "dpop+jwt2", " " })
	@Tag("D3")
	void verifyWhenTypeIsAnotherThenRefused(String type) {
		assertRefused(TestProof.good().header("typ", type), "dpop.proof-type");
	}

	@Test
	@Tag("D3")
	void verifyWhenTypeIsEmptyThenMalformed() {
		assertRefused(TestProof.good().header("typ", ""), "dpop.proof-malformed");
	}

	@Test
	@Tag("D2")
	@Tag("D3")
	void verifyWhenTypeMissingThenRefused() {
		assertRefused(TestProof.good().header("typ", null), "dpop.proof-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HS256", "HS512", "ES256K", "XS1" })
	@Tag("D4")
	void verifyWhenAlgorithmIsNotAllowedThenRefused(String algorithm) {
		assertRefused(TestProof.good().header("alg", algorithm), "dpop.proof-algorithm");
	}

	@Test
	@Tag("D4")
	void verifyWhenNotSignedThenMalformed() {
		assertRefused(TestProof.good().header("alg", "none"), "dpop.proof-malformed");
		String text = TestProof.good().text();
		assertRefused(TestProof.presented(text.substring(0, text.lastIndexOf('.') + 1)), "dpop.proof-malformed",
				"dpop.proof-signature");
	}

	@Test
	@Tag("D4")
	void verifyWhenAlgorithmIsNotConfiguredThenRefused() {
		ProofVerifier narrow = verifier(new ProofRules(Duration.ofMinutes(1), Set.of("PS256"), null));
		assertRefused(narrow, TestProof.good().presented(), "dpop.proof-algorithm");
		assertThat(narrow.verify(TestProof.good().signedBy("PS256", RSA).presentedBound()).toCompletableFuture().join())
			.isInstanceOf(Verified.class);
	}

	@Test
	@Tag("D2")
	void verifyWhenNoKeyThenRefused() {
		assertRefused(TestProof.good().header("jwk", null), "dpop.proof-key");
	}

	@Test
	@Tag("D5")
	void verifyWhenKeyIsPrivateOrSymmetricThenRefused() {
		assertRefused(TestProof.good()
			.header("jwk",
					new com.nimbusds.jose.jwk.ECKey.Builder(com.nimbusds.jose.jwk.Curve.P_256,
							(java.security.interfaces.ECPublicKey) OTHER.getPublic())
						.privateKey((java.security.interfaces.ECPrivateKey) OTHER.getPrivate())
						.build()
						.toJSONObject()),
				"dpop.proof-malformed", "dpop.proof-key");
		assertRefused(TestProof.good().header("jwk", new OctetSequenceKey.Builder(new byte[32]).build().toJSONObject()),
				"dpop.proof-malformed", "dpop.proof-key");
	}

	@Test
	@Tag("D5")
	void verifyWhenKeyDoesNotFitAlgorithmThenRefused() {
		assertRefused(TestProof.good()
			.header("jwk",
					new RSAKey.Builder((java.security.interfaces.RSAPublicKey) RSA.getPublic()).build().toJSONObject()),
				"dpop.proof-key");
		assertRefused(TestProof.good().header("jwk", TestProof.jwk(TestProof.keys("EC", 384)).toJSONObject()),
				"dpop.proof-key");
		assertRefused(TestProof.good().header("jwk", TestProof.jwk(TestProof.keys("Ed25519", 0)).toJSONObject()),
				"dpop.proof-key");
		Map<String, Object> other = new java.util.LinkedHashMap<>(TestProof.EC_JWK.toJSONObject());
		other.put("use", "enc");
		assertRefused(TestProof.good().header("jwk", other), "dpop.proof-key");
		other.remove("use");
		other.put("alg", "ES384");
		assertRefused(TestProof.good().header("jwk", other), "dpop.proof-key");
	}

	@Test
	@Tag("D5")
	void verifyWhenRsaKeyIsSmallOrHugeThenRefused() {
		assertRefused(TestProof.good().signedBy("RS256", TestProof.keys("RSA", 1024)), "dpop.proof-key");
		Map<String, Object> slow = Map.of("kty", "RSA", "e", "_".repeat(342), "n", "_".repeat(342));
		assertRefused(TestProof.good().header("alg", "RS256").key(RSA.getPrivate()).header("jwk", slow),
				"dpop.proof-key");
		Map<String, Object> huge = Map.of("kty", "RSA", "e", "AQAB", "n", "_".repeat(2000));
		assertRefused(TestProof.good().header("alg", "RS256").key(RSA.getPrivate()).header("jwk", huge),
				"dpop.proof-key");
	}

	// zero bytes in front make the modulus longer, not larger
	@Test
	@Tag("D5")
	void verifyWhenRsaModulusIsPaddedThenItsValueCounts() {
		KeyPair small = TestProof.keys("RSA", 1024);
		byte[] padded = new byte[256];
		byte[] modulus = BigIntegerUtils.toBytesUnsigned(((RSAPublicKey) small.getPublic()).getModulus());
		System.arraycopy(modulus, 0, padded, padded.length - modulus.length, modulus.length);
		assertKeyRefused(small, Map.of("kty", "RSA", "e", "AQAB", "n", Base64URL.encode(padded).toString()));
	}

	// each verification would take a hundred times as long
	@Test
	@Tag("D5")
	void verifyWhenRsaExponentIsHugeThenRefused() {
		String modulus = String.valueOf(TestProof.jwk(RSA).toJSONObject().get("n"));
		assertKeyRefused(RSA, Map.of("kty", "RSA", "e", modulus, "n", modulus));
		assertKeyRefused(RSA, Map.of("kty", "RSA", "e", "AQAAAAAAAAAB", "n", modulus));
	}

	private void assertKeyRefused(KeyPair signer, Map<String, Object> jwk) {
		String text = TestProof.good().signedBy("RS256", signer).header("jwk", jwk).text();
		String bound = TestProof
			.hash("{\"e\":\"" + jwk.get("e") + "\",\"kty\":\"RSA\",\"n\":\"" + jwk.get("n") + "\"}");
		PresentedProof proof = new PresentedProof(text, "GET", TestProof.URI, TestProof.TOKEN, bound, TestProof.NOW);
		assertRefused(proof, "dpop.proof-key");
	}

	@Test
	@Tag("D5")
	void verifyWhenSignedWithAnotherKeyThenRefused() {
		assertRefused(TestProof.good().key(OTHER.getPrivate()), "dpop.proof-signature");
		String text = TestProof.good().text();
		int at = text.length() - 10;
		char other = (text.charAt(at) == 'A') ? 'B' : 'A';
		assertRefused(TestProof.presented(text.substring(0, at) + other + text.substring(at + 1)),
				"dpop.proof-signature");
	}

	@ParameterizedTest
	@ValueSource(strings = { "get", "POST", "GET ", "Get", "" })
	@Tag("D6")
	void verifyWhenMethodIsAnotherThenRefused(String method) {
		assertRefused(TestProof.good().claim("htm", method), "dpop.method");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.example.com/orders/1?a=b", "https://api.example.com/orders/1#f",
			"HTTPS://API.EXAMPLE.COM:443/orders/1", "https://api.example.com/orders/%31",
			"https://api.example.com/x/../orders/./1", "https://api.example.com:/orders/1" })
	@Tag("D7")
	@Tag("D8")
	void verifyWhenUriIsSpelledOtherwiseThenVerified(String uri) {
		assertThat(verify(TestProof.good().claim("htu", uri).presented())).isInstanceOf(Verified.class);
		PresentedProof presented = TestProof.good().presented();
		assertThat(verify(
				new PresentedProof(presented.text(), "GET", uri, TestProof.TOKEN, presented.boundTo(), TestProof.NOW)))
			.isInstanceOf(Verified.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.example.com/orders/1", "https://api.example.com/orders/2",
			"https://api.example.com/Orders/1", "https://api.example.com/orders/1/",
			"https://api.example.com:8443/orders/1", "https://evil.example.com/orders/1",
			"https://user@api.example.com/orders/1", "//api.example.com/orders/1", "/orders/1", "",
			"https://api.example.com%2forders/1", "https://api.example.com/orders%2F1",
			"https://api.example.com/orders/1%00", "https://api.example.com/orders\\1" })
	@Tag("D7")
	void verifyWhenUriIsAnotherThenRefused(String uri) {
		assertRefused(TestProof.good().claim("htu", uri), "dpop.uri");
	}

	@Test
	@Tag("D7")
	void verifyWhenBothUrisAreNoneThenRefused() {
		String text = TestProof.good().claim("htu", "urn:x").text();
		assertRefused(new PresentedProof(text, "GET", "urn:x", TestProof.TOKEN, "", TestProof.NOW), "dpop.uri");
	}

	@ParameterizedTest
	@CsvSource({ "-60, true", "-61, false", "10, true", "11, false", "61, false", "-3600, false", "0, true" })
	@Tag("D11")
	@Tag("D21")
	void verifyWhenMadeAtThenOnlyAShortTimeDoes(long seconds, boolean does) {
		TestProof proof = TestProof.good().claim("iat", TestProof.NOW.getEpochSecond() + seconds);
		if (does) {
			assertThat(verify(proof.presented())).isInstanceOf(Verified.class);
		}
		else {
			assertRefused(proof, "dpop.time");
		}
	}

	@Test
	@Tag("D9")
	@Tag("D10")
	void verifyWhenNonceIsRequiredThenOnlyARecentOneDoes() {
		Nonces nonces = Nonces.random(new SecureRandom());
		ProofVerifier strict = verifier(new ProofRules(Duration.ofMinutes(1), SignatureAlgorithms.ALL, nonces));
		assertRefused(strict, TestProof.good().presented(), "dpop.nonce");
		assertRefused(strict, TestProof.good().claim("nonce", "").presented(), "dpop.nonce");
		assertRefused(strict, TestProof.good().claim("nonce", "x").presented(), "dpop.nonce");
		String stale = nonces.current(TestProof.NOW.minus(Duration.ofMinutes(5)));
		assertRefused(strict, TestProof.good().claim("nonce", stale).presented(), "dpop.nonce");
		String fresh = nonces.current(TestProof.NOW);
		PresentedProof good = TestProof.good().claim("nonce", fresh).presented();
		assertThat(strict.verify(good).toCompletableFuture().join()).isInstanceOf(Verified.class);
		assertThat(strict.nextNonce(good.text(), TestProof.NOW)).isNull();
		assertThat(strict.nextNonce(good.text(), TestProof.NOW.plusSeconds(120)))
			.isEqualTo(nonces.current(TestProof.NOW.plusSeconds(120)));
	}

	@Test
	@Tag("D13")
	void verifyWhenTokenIsAnotherThenRefused() {
		assertRefused(TestProof.good().claim("ath", null), "dpop.token-hash");
		assertRefused(TestProof.good().claim("ath", TestProof.hash("another")), "dpop.token-hash");
		assertRefused(TestProof.good().claim("ath", TestProof.hash(TestProof.TOKEN) + "="), "dpop.token-hash");
	}

	@Test
	@Tag("D14")
	void verifyWhenTokenIsBoundToAnotherKeyThenRefused() {
		assertRefused(TestProof.presented(TestProof.good().signedBy("ES256", OTHER).text()), "dpop.key-mismatch");
	}

	@Test
	@Tag("D14")
	void verifyWhenTokenIsNotBoundThenRefused() {
		assertRefused(
				new PresentedProof(TestProof.good().text(), "GET", TestProof.URI, TestProof.TOKEN, null, TestProof.NOW),
				"dpop.unbound");
	}

	@Test
	@Tag("D12")
	void verifyWhenUsedTwiceThenReplay() {
		PresentedProof proof = TestProof.good().presented();
		assertThat(verify(proof)).isInstanceOf(Verified.class);
		assertRefused(proof, "dpop.replay");
	}

	// RFC 9449 wants jti unique per target URI
	@Test
	@Tag("D12")
	void verifyWhenJtiIsUsedForAnotherUriThenVerified() {
		assertThat(verify(TestProof.good().claim("jti", "same").presented())).isInstanceOf(Verified.class);
		String other = "https://api.example.com/orders/2";
		String text = TestProof.good().claim("jti", "same").claim("htu", other).text();
		assertThat(verify(new PresentedProof(text, "GET", other, TestProof.TOKEN,
				TestProof.thumbprint(TestProof.EC_JWK), TestProof.NOW)))
			.isInstanceOf(Verified.class);
		assertRefused(TestProof.good().claim("jti", "same").claim("htu", TestProof.URI + "?other"), "dpop.replay");
	}

	@Test
	@Tag("D12")
	void verifyWhenRefusedThenNothingIsRemembered() {
		MemoryReplayStore store = new MemoryReplayStore(100, Duration.ofMinutes(1));
		ProofVerifier own = new ProofVerifier(ProofRules.standard(), new Signatures(null), store);
		own.verify(TestProof.good().claim("htm", "POST").presented());
		own.verify(TestProof.good().key(OTHER.getPrivate()).presented());
		assertThat(store.held()).isZero();
	}

	@Test
	@Tag("D12")
	void verifyWhenStoreIsAwayThenRefused() {
		for (ReplayStore away : java.util.List.<ReplayStore>of(
				(use, now) -> CompletableFuture.failedStage(new IllegalStateException("away")), (use, now) -> {
					throw new IllegalStateException("away");
				}, (use, now) -> CompletableFuture.completedFuture(null))) {
			ProofVerifier own = new ProofVerifier(ProofRules.standard(), new Signatures(null), away);
			assertRefused(own, TestProof.good().presented(), "dpop.replay-unavailable");
		}
	}

	@Test
	void rulesWhenAlgorithmIsSymmetricOrLifetimeLongThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ProofRules(Duration.ofMinutes(1), Set.of("HS256"), null));
		assertThatIllegalArgumentException().isThrownBy(() -> new ProofRules(Duration.ofMinutes(1), Set.of(), null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ProofRules(Duration.ofMinutes(6), SignatureAlgorithms.ALL, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ProofRules(Duration.ZERO, SignatureAlgorithms.ALL, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new Nonces("short".getBytes(StandardCharsets.UTF_8)));
	}

	// D20: tokens are to be short-lived where there are no nonces; proofs are anyway
	@Test
	@Tag("D20")
	void standardThenProofsLiveAMinute() {
		assertThat(ProofRules.standard().lifetime()).isEqualTo(Duration.ofMinutes(1));
		PresentedProof late = new PresentedProof(TestProof.good().text(), "GET", TestProof.URI, TestProof.TOKEN,
				TestProof.thumbprint(TestProof.EC_JWK), Instant.from(TestProof.NOW).plusSeconds(61));
		assertRefused(late, "dpop.time");
	}

	private static ProofVerifier verifier(ProofRules rules) {
		return new ProofVerifier(rules, new Signatures(null), new MemoryReplayStore(1000, rules.lifetime()));
	}

	private ProofResult verify(PresentedProof proof) {
		return this.verifier.verify(proof).toCompletableFuture().join();
	}

	private void assertRefused(TestProof proof, String... codes) {
		assertRefused(proof.presented(), codes);
	}

	private void assertRefused(PresentedProof proof, String... codes) {
		assertRefused(this.verifier, proof, codes);
	}

	private static void assertRefused(ProofVerifier verifier, PresentedProof proof, String... codes) {
		assertThat(verifier.verify(proof).toCompletableFuture().join()).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reason().code()).isIn((Object[]) codes));
	}

}
