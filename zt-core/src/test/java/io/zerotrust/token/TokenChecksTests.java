package io.zerotrust.token;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Challenge.Proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TokenChecksTests {

	private static final TrustedIssuer RULES = TrustedIssuer.of(Requests.ISSUER, Set.of("orders", "shop-api"));

	private static final TrustedIssuers ISSUERS = new TrustedIssuers(List.of(RULES));

	private static final TrustedIssuers STRICT = new TrustedIssuers(List.of(new TrustedIssuer(Requests.ISSUER,
			Set.of("orders"), true, Duration.ofHours(1), Duration.ofSeconds(60), ClaimLayout.standard())));

	private static final long NOW = Requests.NOW.getEpochSecond();

	static List<LocalCheck> all() {
		return List.of(new AlgorithmCheck(), new AudienceCheck(ISSUERS), new BindingCheck(ISSUERS),
				new IssuerCheck(ISSUERS), new LifetimeCheck(ISSUERS), new TypeCheck(ISSUERS), new WellFormedCheck());
	}

	@ParameterizedTest
	@MethodSource("all")
	void evaluateWhenTokenGoodThenPasses(LocalCheck check) {
		Findings.assertPasses(ask(check, Requests.jwt(Requests.claims())));
	}

	@ParameterizedTest
	@MethodSource("all")
	void evaluateWhenOpaqueTokenGoodThenPasses(LocalCheck check) {
		Findings.assertPasses(ask(check, Requests.opaque(Requests.claims())));
	}

	// whether they are accepted is the business of the credential check
	@ParameterizedTest
	@MethodSource("all")
	void evaluateWhenNoTokenThenPasses(LocalCheck check) {
		Findings.assertPasses(check.evaluate(Requests.anonymous()));
		Findings.assertPasses(ask(check, Credential.of(CredentialKind.OTHER)));
		Findings.assertPasses(ask(check, Credential.of(CredentialKind.PREBUILT)));
	}

	@Test
	void nameWhenAskedThenEveryCheckHasItsOwn() {
		assertThat(all()).extracting(LocalCheck::name)
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("token\\.[a-z]+"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "HS256", "HS384", "HS512", "none", "None", "NONE", "", "rs256", "RS256 ", "RSA1_5",
			"A256KW", "dir" })
	@Tag("J1")
	@Tag("J7")
	@Tag("J4")
	@Tag("AT4")
	void algorithmWhenNotAsymmetricThenRefused(String algorithm) {
		assertInvalid("token.algorithm", ask(new AlgorithmCheck(), header(Map.of("alg", algorithm))));
	}

	@Test
	@Tag("J1")
	void algorithmWhenMissingOrNoTextThenRefused() {
		assertInvalid("token.algorithm", ask(new AlgorithmCheck(), header(Map.of())));
		assertInvalid("token.algorithm", ask(new AlgorithmCheck(), header(Map.of("alg", List.of("RS256")))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "RS512", "PS256", "ES256", "ES512", "EdDSA", "Ed25519" })
	@Tag("AT12")
	@Tag("J4")
	void algorithmWhenAsymmetricThenPasses(String algorithm) {
		Findings.assertPasses(ask(new AlgorithmCheck(), header(Map.of("alg", algorithm))));
	}

	@Test
	@Tag("AT3")
	@Tag("J10")
	void audienceWhenForeignOrMissingThenRefused() {
		AudienceCheck check = new AudienceCheck(ISSUERS);
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claimsWithout("aud"))));
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claimsWith("aud", "billing"))));
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claimsWith("aud", List.of()))));
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claimsWith("aud", "ORDERS"))));
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claimsWith("aud", "orders billing"))));
		assertInvalid("token.audience", ask(check, Requests.opaque(Requests.claimsWithout("aud"))));
	}

	// AT3: an array with one foreign member that is no text is no array of texts
	@Test
	@Tag("AT3")
	void audienceWhenMalformedThenRefused() {
		AudienceCheck check = new AudienceCheck(ISSUERS);
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claimsWith("aud", List.of("orders", 1)))));
		assertInvalid("token.audience",
				ask(check, Requests.jwt(Requests.claimsWith("aud", Map.of("orders", "orders")))));
	}

	@Test
	@Tag("AT3")
	void audienceWhenOneOfSeveralFitsThenPasses() {
		AudienceCheck check = new AudienceCheck(ISSUERS);
		Findings.assertPasses(ask(check, Requests.jwt(Requests.claimsWith("aud", List.of("billing", "shop-api")))));
	}

	@Test
	void audienceWhenServiceHasNoNameThenNobodyPasses() {
		AudienceCheck check = new AudienceCheck(
				new TrustedIssuers(List.of(TrustedIssuer.of(Requests.ISSUER, Set.of()))));
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claims())));
	}

	// AT2, J9: exact comparison
	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com/", "https://IDP.example.com", "https://idp.example.com.evil.org",
			"http://idp.example.com", "https://idp.example.com:443", " https://idp.example.com", "" })
	@Tag("AT2")
	@Tag("J9")
	void issuerWhenNotExactlyTrustedThenRefused(String issuer) {
		assertInvalid("token.issuer", ask(new IssuerCheck(ISSUERS), Requests.jwt(Requests.claimsWith("iss", issuer))));
	}

	@Test
	void issuerWhenMissingThenRefused() {
		assertInvalid("token.issuer", ask(new IssuerCheck(ISSUERS), Requests.jwt(Requests.claimsWithout("iss"))));
		assertInvalid("token.issuer", ask(new IssuerCheck(ISSUERS), Requests.opaque(Requests.claimsWithout("iss"))));
	}

	@Test
	@Tag("AT6")
	void typeWhenRequiredThenAllThatTheProfileDemandsIsToo() {
		TypeCheck check = new TypeCheck(STRICT);
		Map<String, Object> typed = Map.of("typ", "at+jwt");
		Findings.assertPasses(ask(check, Requests.jwt(typed, Requests.claims())));
		assertInvalid("token.incomplete", ask(check, Requests.jwt(typed, Requests.claimsWithout("jti"))));
		assertInvalid("token.incomplete", ask(check, Requests.jwt(typed, Requests.claimsWithout("client_id"))));
		assertInvalid("token.incomplete", ask(check, Requests.jwt(typed, Requests.claimsWith("jti", 7))));
		Findings.assertPasses(ask(new TypeCheck(ISSUERS), Requests.jwt(typed, Requests.claimsWithout("jti"))));
	}

	@Test
	void issuerWhenNobodyTrustedThenRefused() {
		IssuerCheck check = new IssuerCheck(new TrustedIssuers(List.of()));
		assertInvalid("token.issuer", ask(check, Requests.jwt(Requests.claims())));
	}

	@ParameterizedTest
	@CsvSource({ "exp,token.exp-missing", "iat,token.iat-missing" })
	@Tag("AT6")
	void lifetimeWhenClaimMissingThenRefused(String claim, String code) {
		assertInvalid(code, ask(new LifetimeCheck(ISSUERS), Requests.jwt(Requests.claimsWithout(claim))));
		assertInvalid(code, ask(new LifetimeCheck(ISSUERS), Requests.opaque(Requests.claimsWithout(claim))));
		assertInvalid(code, ask(new LifetimeCheck(ISSUERS), Requests.jwt(Requests.claimsWith(claim, "tomorrow"))));
	}

	// AT5: exp is exclusive (RFC 7519 4.1.4), seen with 60 s of skew
	@ParameterizedTest
	@CsvSource({ "1,true", "0,true", "-59,true", "-60,false", "-61,false", "-100000,false" })
	@Tag("AT5")
	void lifetimeWhenExpiresThenSkewDecides(long seconds, boolean passes) {
		Finding finding = lifetime(-600, seconds, null);
		if (passes) {
			Findings.assertPasses(finding);
		}
		else {
			assertInvalid("token.expired", finding);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0,true", "60,true", "61,false" })
	@Tag("D21")
	void lifetimeWhenNotBeforeThenSkewDecides(long seconds, boolean passes) {
		Finding finding = lifetime(0, 600, seconds);
		if (passes) {
			Findings.assertPasses(finding);
		}
		else {
			assertInvalid("token.not-yet-valid", finding);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0,true", "60,true", "61,false", "100000,false" })
	@Tag("D21")
	void lifetimeWhenIssuedInFutureThenSkewDecides(long seconds, boolean passes) {
		Finding finding = lifetime(seconds, seconds + 600, null);
		if (passes) {
			Findings.assertPasses(finding);
		}
		else {
			assertInvalid("token.not-yet-valid", finding);
		}
	}

	// B9: at the cap and one second beyond
	@Test
	@Tag("B9")
	void lifetimeWhenLongerThanAllowedThenRefused() {
		Findings.assertPasses(lifetime(-60, 3540, null));
		assertInvalid("token.lifetime", lifetime(-60, 3541, null));
		assertInvalid("token.lifetime", lifetime(-60, 100_000_000, null));
	}

	@Test
	void lifetimeWhenEndsBeforeItWasIssuedThenRefused() {
		assertInvalid("token.lifetime", lifetime(50, -50, null));
	}

	@Test
	void lifetimeWhenNowhereNearThenDoesNotThrow() {
		assertInvalid("token.lifetime",
				ask(new LifetimeCheck(ISSUERS), Requests.jwt(Requests.claimsWith("exp", 253_402_300_799L))));
		assertInvalid("token.exp-missing",
				ask(new LifetimeCheck(ISSUERS), Requests.jwt(Requests.claimsWith("exp", Long.MAX_VALUE))));
		assertInvalid("token.expired", ask(new LifetimeCheck(ISSUERS), Requests.jwt(Requests.claimsWith("exp", 0))));
	}

	// AT1: case-insensitive media type, with or without application/
	@ParameterizedTest
	@ValueSource(strings = { "at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+jwt" })
	@Tag("AT1")
	@Tag("J12")
	void typeWhenAccessTokenThenPasses(String type) {
		Findings.assertPasses(ask(new TypeCheck(STRICT), header(Map.of("typ", type))));
		Findings.assertPasses(ask(new TypeCheck(ISSUERS), header(Map.of("typ", type))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "jwt", "application/jwt" })
	@Tag("AT1")
	@Tag("J12")
	void typeWhenPlainJwtThenOnlyPassesUnlessTypeIsRequired(String type) {
		Findings.assertPasses(ask(new TypeCheck(ISSUERS), header(Map.of("typ", type))));
		assertInvalid("token.type", ask(new TypeCheck(STRICT), header(Map.of("typ", type))));
	}

	@Test
	@Tag("AT1")
	@Tag("J12")
	void typeWhenAbsentThenOnlyPassesUnlessTypeIsRequired() {
		Findings.assertPasses(ask(new TypeCheck(ISSUERS), header(Map.of())));
		assertInvalid("token.type", ask(new TypeCheck(STRICT), header(Map.of())));
	}

	// J12, J13: everything else an issuer signs
	@ParameterizedTest
	@ValueSource(strings = { "dpop+jwt", "logout+jwt", "secevent+jwt", "token-introspection+jwt", "id_token+jwt",
			"JOSE", "at+jwt ", "at jwt", "application/application/at+jwt", "text/at+jwt", "", "application/" })
	@Tag("AT1")
	@Tag("J12")
	@Tag("J13")
	void typeWhenSomethingElseThenRefused(String type) {
		assertInvalid("token.type", ask(new TypeCheck(ISSUERS), header(Map.of("typ", type))));
		assertInvalid("token.type", ask(new TypeCheck(STRICT), header(Map.of("typ", type))));
	}

	@Test
	void typeWhenNoTextThenRefused() {
		assertInvalid("token.type", ask(new TypeCheck(ISSUERS), header(Map.of("typ", List.of("at+jwt")))));
		assertInvalid("token.type", ask(new TypeCheck(ISSUERS), header(Map.of("typ", 1))));
	}

	// J13: an ID token is no access token
	@ParameterizedTest
	@CsvSource({ "token_use,id", "typ,ID", "nonce,n", "at_hash,h", "c_hash,h" })
	@Tag("J13")
	void typeWhenIdTokenThenRefused(String claim, String value) {
		Map<String, Object> claims = Requests.claimsWith(claim, value);
		assertInvalid("token.id-token", ask(new TypeCheck(ISSUERS), Requests.jwt(Map.of("typ", "JWT"), claims)));
		assertInvalid("token.id-token", ask(new TypeCheck(ISSUERS), Requests.jwt(Map.of(), claims)));
		Findings.assertPasses(ask(new TypeCheck(ISSUERS), Requests.jwt(Map.of("typ", "at+jwt"), claims)));
	}

	@Test
	void typeWhenIdTokenMarkIsNoTextThenStillRefused() {
		assertInvalid("token.id-token",
				ask(new TypeCheck(ISSUERS), Requests.jwt(Map.of("typ", "JWT"), Requests.claimsWith("nonce", 1))));
	}

	@Test
	void typeWhenTokenUseIsAccessThenPasses() {
		Findings.assertPasses(ask(new TypeCheck(ISSUERS),
				Requests.jwt(Map.of("typ", "JWT"), Requests.claimsWith("token_use", "access"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "iss", "sub", "jti", "client_id", "azp", "acr", "cnf", "scope", "scp", "aud", "amr" })
	void wellFormedWhenClaimIsNumberThenRefused(String claim) {
		assertInvalid("token.malformed", ask(new WellFormedCheck(), Requests.jwt(Requests.claimsWith(claim, 1))));
		assertInvalid("token.malformed", ask(new WellFormedCheck(), Requests.opaque(Requests.claimsWith(claim, 1))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "exp", "iat", "nbf", "auth_time" })
	void wellFormedWhenTimeIsNoNumericDateThenRefused(String claim) {
		for (Object value : List.of("1767268800", -1, Double.NaN, Requests.NOW.toEpochMilli(), Map.of())) {
			assertInvalid("token.malformed",
					ask(new WellFormedCheck(), Requests.jwt(Requests.claimsWith(claim, value))));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "aud", "scope", "scp", "amr" })
	void wellFormedWhenListHoldsOtherThingsThenRefused(String claim) {
		assertInvalid("token.malformed",
				ask(new WellFormedCheck(), Requests.jwt(Requests.claimsWith(claim, List.of("a", Map.of())))));
	}

	@Test
	@Tag("AT6")
	void wellFormedWhenSubjectMissingOrBlankThenRefused() {
		assertInvalid("token.subject-missing", ask(new WellFormedCheck(), Requests.jwt(Requests.claimsWithout("sub"))));
		assertInvalid("token.subject-missing",
				ask(new WellFormedCheck(), Requests.jwt(Requests.claimsWith("sub", " "))));
		assertInvalid("token.subject-missing",
				ask(new WellFormedCheck(), Requests.opaque(Requests.claimsWithout("sub"))));
	}

	// the rules of the only issuer hold for strangers, so that nothing is skipped while
	// the
	// issuer check only observes
	@Test
	void rulesForWhenOneIssuerThenItsRulesHoldForStrangers() {
		assertThat(ISSUERS.rulesFor("https://evil.example")).isEqualTo(RULES);
		Map<String, Object> claims = new HashMap<>(Requests.claimsWith("iss", "https://evil.example"));
		claims.put("aud", "billing");
		assertInvalid("token.audience", ask(new AudienceCheck(ISSUERS), Requests.jwt(claims)));
	}

	@Test
	void rulesForWhenSeveralIssuersThenStrangersAreRefused() {
		TrustedIssuers two = two();
		assertThat(two.rulesFor("https://evil.example")).isNull();
		Credential stranger = Requests.jwt(Requests.claimsWith("iss", "https://evil.example"));
		assertInvalid("token.issuer", ask(new AudienceCheck(two), stranger));
		assertInvalid("token.issuer", ask(new LifetimeCheck(two), stranger));
		assertInvalid("token.issuer", ask(new TypeCheck(two), stranger));
	}

	// J3, J9: the audience of one issuer is none for a token of another
	@Test
	@Tag("J3")
	@Tag("J9")
	void rulesForWhenSeveralIssuersThenEachHasItsOwn() {
		AudienceCheck check = new AudienceCheck(two());
		Findings.assertPasses(ask(check, Requests.jwt(Requests.claims())));
		assertInvalid("token.audience", ask(check, Requests.jwt(Requests.claimsWith("iss", "https://b.example"))));
	}

	@Test
	void rulesForWhenNoIssuerThenEverybodyIsRefused() {
		TrustedIssuers none = new TrustedIssuers(List.of());
		Credential token = Requests.jwt(Requests.claims());
		assertInvalid("token.issuer", ask(new AudienceCheck(none), token));
		assertInvalid("token.issuer", ask(new LifetimeCheck(none), token));
		assertInvalid("token.issuer", ask(new TypeCheck(none), token));
	}

	@Test
	void issuersWhenNamedTwiceThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TrustedIssuers(List.of(RULES, RULES)))
			.withMessageContaining(Requests.ISSUER);
	}

	@Test
	void issuerRulesWhenNonsenseThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> TrustedIssuer.of(" ", Set.of("a")));
		assertThatIllegalArgumentException().isThrownBy(() -> rules(Duration.ZERO, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> rules(Duration.ofHours(-1), Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> rules(Duration.ofHours(1), Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> rules(Duration.ofHours(1), Duration.ofSeconds(301)));
		assertThat(rules(Duration.ofHours(1), Duration.ofMinutes(1)).clockSkew()).isEqualTo(Duration.ofMinutes(1));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "NONE", "JWT" })
	void credentialWhenNotAcceptedThenChallenged(CredentialKind kind) {
		Finding finding = ask(new CredentialCheck(Set.of(CredentialKind.JWT)), Credential.of(kind));
		assertThat(Findings.code(finding)).isEqualTo("credential.unsupported");
		Findings.challenge(finding, Proof.MISSING);
	}

	@ParameterizedTest
	@EnumSource
	void credentialWhenAcceptedThenPasses(CredentialKind kind) {
		Findings.assertPasses(ask(new CredentialCheck(Set.of(CredentialKind.values())), Credential.of(kind)));
	}

	@Test
	void credentialWhenNoneThenLeftToThePolicy() {
		Findings.assertPasses(new CredentialCheck(Set.of()).evaluate(Requests.anonymous()));
	}

	@Test
	void credentialWhenNothingAcceptedThenChallenged() {
		assertThat(Findings.code(ask(new CredentialCheck(Set.of()), Requests.jwt(Requests.claims()))))
			.isEqualTo("credential.unsupported");
	}

	private static Finding lifetime(long issued, long expires, @Nullable Long notBefore) {
		Map<String, Object> claims = Requests.claims();
		claims.put("iat", NOW + issued);
		claims.put("exp", NOW + expires);
		if (notBefore != null) {
			claims.put("nbf", NOW + notBefore);
		}
		return ask(new LifetimeCheck(ISSUERS), Requests.jwt(claims));
	}

	// AT11: every failure is invalid_token
	private static void assertInvalid(String code, Finding finding) {
		assertThat(Findings.code(finding)).isEqualTo(code);
		Findings.challenge(finding, Proof.INVALID);
	}

	private static Finding ask(LocalCheck check, Credential credential) {
		return check.evaluate(Requests.with(credential));
	}

	private static Credential header(Map<String, ?> header) {
		return new Credential(CredentialKind.JWT, Claims.of(header), Claims.of(Requests.claims()));
	}

	private static TrustedIssuer rules(Duration maxLifetime, Duration clockSkew) {
		return new TrustedIssuer(Requests.ISSUER, Set.of("orders"), false, maxLifetime, clockSkew,
				ClaimLayout.standard());
	}

	private static TrustedIssuers two() {
		return new TrustedIssuers(List.of(RULES, TrustedIssuer.of("https://b.example", Set.of("billing"))));
	}

}
