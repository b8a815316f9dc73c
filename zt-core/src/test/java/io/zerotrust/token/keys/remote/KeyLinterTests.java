package io.zerotrust.token.keys.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.token.keys.VerificationKey;
import io.zerotrust.token.keys.remote.KeyFinding.Level;
import io.zerotrust.token.keys.remote.KeyLinter.Linted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which keys of a set verify tokens, and what is said about the others.
 */
class KeyLinterTests {

	private static final RSAKey RSA = TestKeys.rsa("rsa", 2048);

	private static final ECKey EC = TestKeys.ec("ec");

	private static final ECKey OTHER = TestKeys.ec("other");

	@Test
	@Tag("J2")
	void lintWhenKeysAreSoundThenAllDoWithoutFindings() {
		Map<String, Object> edwards = Map.of("kty", "OKP", "crv", "Ed25519", "kid", "ed", "alg", "EdDSA", "x",
				"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
		Linted linted = KeyLinter
			.lint(TestKeys.document(TestKeys.json(RSA, "use", "sig"), TestKeys.json(EC, "alg", "ES256"), edwards));
		assertThat(linted.findings()).isEmpty();
		assertThat(linted.keys()).extracting(VerificationKey::id).containsExactly("rsa", "ec", "ed");
		// one key, two names of its algorithm
		assertThat(linted.keys()).extracting(VerificationKey::algorithm).containsExactly(null, "ES256", null);
	}

	@Test
	@Tag("J7")
	void lintWhenRsaIsSmallThenDropped() {
		assertOnly(KeyLinter.lint(TestKeys.document(TestKeys.json(TestKeys.rsa("small", 1024)))), Level.ERROR,
				"rsa-small", "RSA with 1024 bits");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 65536 })
	@Tag("J7")
	void lintWhenRsaExponentLetsAnybodySignThenDropped(int exponent) {
		String e = Base64URL.encode(java.math.BigInteger.valueOf(exponent).toByteArray()).toString();
		assertOnly(KeyLinter.lint(TestKeys.document(TestKeys.json(RSA, "e", e))), Level.ERROR, "rsa-exponent",
				"anybody could sign");
	}

	@Test
	@Tag("J7")
	void lintWhenPrivateKeyIsPublishedThenDropped() {
		for (Map<String, Object> json : List.of(RSA.toJSONObject(), EC.toJSONObject())) {
			Linted linted = KeyLinter.lint(TestKeys.document(json));
			assertOnly(linted, Level.ERROR, "private", "the private key is published");
			assertThat(linted.findings().toString()).doesNotContain(String.valueOf(json.get("d")));
		}
	}

	@Test
	@Tag("J7")
	void lintWhenSecretIsAmongKeysThenDroppedAndSetIsMixed() {
		Map<String, Object> secret = Map.of("kty", "oct", "kid", "hmac", "k", "c2VjcmV0LXNlY3JldC1zZWNyZXQ");
		assertOnly(KeyLinter.lint(TestKeys.document(secret)), Level.ERROR, "symmetric", "a secret");
		Linted mixed = KeyLinter.lint(TestKeys.document(TestKeys.json(EC), secret));
		assertThat(mixed.keys()).extracting(VerificationKey::id).containsExactly("ec");
		assertThat(mixed.findings()).extracting(KeyFinding::code).containsExactly("symmetric", "mixed");
		assertThat(mixed.findings()).allMatch((finding) -> finding.level() == Level.ERROR);
		assertThat(mixed.findings().toString()).doesNotContain("c2VjcmV0");
	}

	@Test
	@Tag("J2")
	void lintWhenKeyIsForEncryptionThenDropped() {
		assertOnly(KeyLinter.lint(TestKeys.document(TestKeys.json(RSA, "use", "enc"))), Level.NOTE,
				"not-for-signatures", "verifies no signatures");
		assertOnly(KeyLinter.lint(TestKeys.document(TestKeys.json(RSA, "key_ops", List.of("encrypt")))), Level.NOTE,
				"not-for-signatures", "verifies no signatures");
		assertOnly(KeyLinter.lint(TestKeys.document(TestKeys.json(RSA, "alg", "RSA-OAEP"))), Level.NOTE,
				"other-algorithm", "it is for RSA-OAEP");
		assertThat(KeyLinter.lint(TestKeys.document(TestKeys.json(RSA, "key_ops", List.of("verify")))).keys())
			.hasSize(1);
	}

	@Test
	@Tag("J2")
	void lintWhenAlgorithmDoesNotFitKindThenDropped() {
		for (Map<String, Object> json : List.of(TestKeys.json(RSA, "alg", "ES256"), TestKeys.json(EC, "alg", "RS256"),
				TestKeys.json(EC, "alg", "ES384"), TestKeys.json(RSA, "alg", "EdDSA"),
				TestKeys.json(EC, "alg", "EdDSA"))) {
			assertOnly(KeyLinter.lint(TestKeys.document(json)), Level.WARNING, "malformed",
					"its kind does not fit its alg");
		}
	}

	@Test
	@Tag("J7")
	@Tag("J6")
	void lintWhenPointIsNotOnCurveThenDropped() {
		Linted linted = KeyLinter.lint(TestKeys.document(TestKeys.json(EC, "y", OTHER.getY().toString())));
		assertOnly(linted, Level.WARNING, "malformed", "dropped");
	}

	@Test
	void lintWhenKindOrCurveIsUnknownThenDropped() {
		assertOnly(KeyLinter.lint(TestKeys.document(Map.of("kty", "AKP", "kid", "pq", "alg", "ML-DSA-44"))),
				Level.WARNING, "unknown-kind", "kty is none of");
		Map<String, Object> x25519 = Map.of("kty", "OKP", "crv", "X25519", "kid", "x", "x",
				"3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08");
		assertOnly(KeyLinter.lint(TestKeys.document(x25519)), Level.WARNING, "unknown-kind", "crv is none of");
		Map<String, Object> koblitz = TestKeys.json(EC, "crv", Curve.SECP256K1.getName());
		assertThat(KeyLinter.lint(TestKeys.document(koblitz)).keys()).isEmpty();
	}

	@Test
	@Tag("J2")
	void lintWhenTwoKeysHaveOneIdThenNeitherDoes() {
		Map<String, Object> twin = TestKeys.json(OTHER, "kid", "ec");
		Linted linted = KeyLinter.lint(TestKeys.document(TestKeys.json(EC), twin, TestKeys.json(RSA)));
		assertThat(linted.keys()).extracting(VerificationKey::id).containsExactly("rsa");
		assertThat(linted.findings()).extracting(KeyFinding::code).containsExactly("duplicate-id");
		assertThat(linted.findings().get(0).level()).isEqualTo(Level.ERROR);
	}

	@Test
	void lintWhenIdIsSharedWithKeyForEncryptionOrIsRepeatedThenItDoes() {
		Linted linted = KeyLinter.lint(TestKeys.document(TestKeys.json(EC), TestKeys.json(EC),
				TestKeys.json(RSA, "kid", "ec"), TestKeys.json(OTHER)));
		assertThat(linted.keys()).extracting(VerificationKey::id).containsExactly("other");
		Map<String, Object> encryption = TestKeys.json(RSA, "kid", "ec");
		encryption.put("use", "enc");
		assertThat(KeyLinter.lint(TestKeys.document(TestKeys.json(EC), TestKeys.json(EC), encryption)).keys())
			.hasSize(1);
	}

	@Test
	void lintWhenOneOfSeveralHasNoIdThenWarned() {
		Map<String, Object> nameless = TestKeys.json(EC);
		nameless.remove("kid");
		assertThat(KeyLinter.lint(TestKeys.document(nameless)).findings()).isEmpty();
		Linted linted = KeyLinter.lint(TestKeys.document(nameless, TestKeys.json(OTHER)));
		assertThat(linted.keys()).hasSize(2);
		assertThat(linted.findings()).extracting(KeyFinding::code).containsExactly("no-id");
	}

	@Test
	void lintWhenMalformedThenOthersStillDo() {
		Map<String, Object> withoutX = TestKeys.json(OTHER);
		withoutX.remove("x");
		Map<String, Object> numberForId = TestKeys.json(OTHER);
		numberForId.put("kid", 7);
		List<Object> keys = new ArrayList<>(List.of("text", withoutX, numberForId, Map.of(), TestKeys.json(EC)));
		Linted linted = KeyLinter.lint(Map.of("keys", keys));
		assertThat(linted.keys()).extracting(VerificationKey::id).containsExactly("ec");
		assertThat(linted.findings()).extracting(KeyFinding::code)
			.containsExactly("malformed", "malformed", "malformed", "unknown-kind");
	}

	@ParameterizedTest
	@ValueSource(strings = { "keys", "other" })
	void lintWhenNoKeysThenNone(String member) {
		assertThat(KeyLinter.lint(Map.of(member, List.of())).keys()).isEmpty();
		assertThat(KeyLinter.lint(Map.of(member, "text")).keys()).isEmpty();
	}

	@Test
	void lintWhenTooManyThenTheFirstAreRead() {
		List<Object> keys = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			keys.add(TestKeys.json(EC));
		}
		keys.add(TestKeys.json(OTHER));
		Linted linted = KeyLinter.lint(Map.of("keys", keys));
		assertThat(linted.keys()).extracting(VerificationKey::id).containsExactly("ec");
		assertThat(linted.findings()).extracting(KeyFinding::code).containsExactly("too-many");
	}

	@Test
	void lintWhenIdBreaksLinesThenFindingDoesNot() {
		Map<String, Object> json = new HashMap<>(TestKeys.json(RSA, "use", "enc"));
		json.put("kid", "a\nERROR forged line\u2028" + "x".repeat(300));
		String finding = KeyLinter.lint(TestKeys.document(json)).findings().get(0).toString();
		assertThat(finding).doesNotContain("\n", "\u2028").hasSizeLessThan(350);
	}

	private static void assertOnly(Linted linted, Level level, String code, String message) {
		assertThat(linted.keys()).isEmpty();
		assertThat(linted.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(level);
			assertThat(finding.code()).isEqualTo(code);
			assertThat(finding.message()).contains(message);
		});
	}

}
