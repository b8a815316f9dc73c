package io.zerotrust.token;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.Credential;
import io.zerotrust.access.Possession;
import io.zerotrust.check.Finding;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.token.Binding.Demand;

import static org.assertj.core.api.Assertions.assertThat;

class BindingCheckTests {

	// RFC 9449, section 6.1
	private static final String KEY = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

	// RFC 8705, section 3.1
	private static final String CERTIFICATE = "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2";

	private static final Map<String, Object> BY_KEY = Map.of("jkt", KEY);

	private static final Map<String, Object> BY_CERTIFICATE = Map.of("x5t#S256", CERTIFICATE);

	private static final Map<String, Object> BY_BOTH = Map.of("jkt", KEY, "x5t#S256", CERTIFICATE);

	@Test
	@Tag("D14")
	void evaluateWhenBoundToKeyAndProvenThenPasses() {
		Findings.assertPasses(ask(Binding.accepted(), jwt(BY_KEY, KEY, null)));
		Findings.assertPasses(ask(Binding.accepted(), opaque(BY_KEY, KEY, null)));
	}

	@Test
	@Tag("M1")
	@Tag("M2")
	@Tag("M3")
	void evaluateWhenBoundToCertificateAndProvenThenPasses() {
		Findings.assertPasses(ask(Binding.accepted(), jwt(BY_CERTIFICATE, null, CERTIFICATE)));
		Findings.assertPasses(ask(Binding.accepted(), opaque(BY_CERTIFICATE, null, CERTIFICATE)));
	}

	@Test
	@Tag("D16")
	@Tag("M1")
	@Tag("M3")
	void evaluateWhenBoundAndNothingProvenThenRefused() {
		for (Map<String, Object> cnf : List.of(BY_KEY, BY_CERTIFICATE, BY_BOTH)) {
			assertRefused("token.binding-missing", ask(Binding.accepted(), jwt(cnf, null, null)));
			assertRefused("token.binding-missing", ask(Binding.accepted(), opaque(cnf, null, null)));
		}
	}

	// one proof does not stand in for the other
	@Test
	void evaluateWhenTheOtherKeyIsProvenThenRefused() {
		assertRefused("token.binding-missing", ask(Binding.accepted(), jwt(BY_KEY, null, CERTIFICATE)));
		assertRefused("token.binding-missing", ask(Binding.accepted(), jwt(BY_KEY, null, KEY)));
		assertRefused("token.binding-missing", ask(Binding.accepted(), jwt(BY_CERTIFICATE, KEY, null)));
		assertRefused("token.binding-missing", ask(Binding.accepted(), jwt(BY_CERTIFICATE, CERTIFICATE, null)));
	}

	@Test
	void evaluateWhenBoundToBothThenBothAreNeeded() {
		Findings.assertPasses(ask(Binding.accepted(), jwt(BY_BOTH, KEY, CERTIFICATE)));
		assertRefused("token.binding-missing", ask(Binding.accepted(), jwt(BY_BOTH, KEY, null)));
		assertRefused("token.binding-missing", ask(Binding.accepted(), jwt(BY_BOTH, null, CERTIFICATE)));
		assertRefused("token.binding-mismatch", ask(Binding.accepted(), jwt(BY_BOTH, KEY, KEY)));
		assertRefused("token.binding-mismatch", ask(Binding.accepted(), jwt(BY_BOTH, CERTIFICATE, CERTIFICATE)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0zcocorznyy-dwpqq30jzyjghtn0d2hglbv3uigua4i",
			"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I=", " 0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I",
			"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4" })
	@Tag("D14")
	void evaluateWhenAnotherKeyIsProvenThenRefused(String proven) {
		assertRefused("token.binding-mismatch", ask(Binding.accepted(), jwt(BY_KEY, proven, null)));
	}

	// base64url without padding, and SHA-256 alone
	@ParameterizedTest
	@ValueSource(strings = { "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2=",
			"bwcK0esc3ACC3DB2Y5/lESsXE8o9ltc05O89jdN+dg2", "BWCK0ESC3ACC3DB2Y5_LESSXE8O9LTC05O89JDN-DG2",
			"bwcK0esc3ACC3DB2Y5_lESsXE8o", "6f070ad1eb1cdc0082dc30766" })
	@Tag("M2")
	@Tag("M6")
	void evaluateWhenThumbprintIsWrittenOtherwiseThenRefused(String bound) {
		assertRefused("token.binding-mismatch",
				ask(Binding.accepted(), jwt(Map.of("x5t#S256", bound), null, CERTIFICATE)));
	}

	static Stream<Object> unprovable() {
		Map<String, Object> empty = new HashMap<>();
		empty.put("jkt", null);
		return Stream.of(Map.of(), empty, "x", 1, List.of("jkt"), true, Map.of("jwk", Map.of("kty", "EC")),
				Map.of("x5t", CERTIFICATE), Map.of("kid", "1"), Map.of("JKT", KEY), Map.of("x5t#s256", CERTIFICATE),
				Map.of("jkt", KEY, "jwk", Map.of()), Map.of("jkt", KEY, "x5t", CERTIFICATE),
				Map.of("x5t#S256", CERTIFICATE, "osc", Map.of()), Map.of("jkt", 1), Map.of("jkt", List.of(KEY)),
				Map.of("jkt", ""), Map.of("x5t#S256", ""), Map.of("x5t#S256", Map.of()),
				Map.of("jkt", KEY, "x5t#S256", 1), Collections.singletonMap(1, KEY));
	}

	// whoever binds in a way that is not understood means that it is not to be ignored
	@ParameterizedTest
	@MethodSource("unprovable")
	@Tag("M1")
	void evaluateWhenCnfIsNotUnderstoodThenRefused(Object cnf) {
		assertRefused("token.binding-unsupported", ask(Binding.accepted(), jwt(cnf, KEY, CERTIFICATE)));
		assertRefused("token.binding-unsupported", ask(Binding.accepted(), opaque(cnf, KEY, CERTIFICATE)));
	}

	@Test
	void evaluateWhenTurnedOffThenBoundTokensAreRefusedAndOthersPass() {
		Binding off = new Binding(Demand.OFF, Demand.OFF);
		assertRefused("token.binding-unsupported", ask(off, jwt(BY_KEY, KEY, null)));
		assertRefused("token.binding-unsupported", ask(off, jwt(BY_CERTIFICATE, null, CERTIFICATE)));
		Findings.assertPasses(ask(off, unbound()));
		Binding dpop = new Binding(Demand.ACCEPTED, Demand.OFF);
		Findings.assertPasses(ask(dpop, jwt(BY_KEY, KEY, null)));
		assertRefused("token.binding-unsupported", ask(dpop, jwt(BY_CERTIFICATE, null, CERTIFICATE)));
		assertRefused("token.binding-unsupported", ask(dpop, jwt(BY_BOTH, KEY, CERTIFICATE)));
	}

	@ParameterizedTest
	@CsvSource({ "REQUIRED, OFF", "REQUIRED, ACCEPTED", "REQUIRED, REQUIRED", "OFF, REQUIRED", "ACCEPTED, REQUIRED" })
	void evaluateWhenRequiredAndUnboundThenRefused(Demand dpop, Demand mtls) {
		assertRefused("token.binding-required", ask(new Binding(dpop, mtls), unbound()));
		Credential opaque = Requests.opaque(Requests.claims()).withPossession(new Possession(KEY, CERTIFICATE));
		assertRefused("token.binding-required", ask(new Binding(dpop, mtls), opaque));
	}

	@Test
	void evaluateWhenOneWayIsRequiredThenTheOtherDoesNot() {
		Binding dpop = new Binding(Demand.REQUIRED, Demand.ACCEPTED);
		Findings.assertPasses(ask(dpop, jwt(BY_KEY, KEY, null)));
		Findings.assertPasses(ask(dpop, jwt(BY_BOTH, KEY, CERTIFICATE)));
		assertRefused("token.binding-required", ask(dpop, jwt(BY_CERTIFICATE, null, CERTIFICATE)));
		Binding mtls = new Binding(Demand.ACCEPTED, Demand.REQUIRED);
		Findings.assertPasses(ask(mtls, jwt(BY_CERTIFICATE, null, CERTIFICATE)));
		assertRefused("token.binding-required", ask(mtls, jwt(BY_KEY, KEY, null)));
		Binding either = new Binding(Demand.REQUIRED, Demand.REQUIRED);
		Findings.assertPasses(ask(either, jwt(BY_KEY, KEY, null)));
		Findings.assertPasses(ask(either, jwt(BY_CERTIFICATE, null, CERTIFICATE)));
	}

	// a proof that nobody asked for changes nothing
	@Test
	void evaluateWhenUnboundAndSomethingProvenThenPasses() {
		Findings.assertPasses(ask(Binding.accepted(), unbound()));
	}

	@Test
	void evaluateWhenBoundThenKeyIsNotTold() {
		Finding finding = ask(Binding.accepted(), jwt(BY_BOTH, "other", "other"));
		assertThat(finding.toString()).contains("jkt").doesNotContain(KEY).doesNotContain("other\"");
	}

	private static void assertRefused(String code, Finding finding) {
		assertThat(Findings.code(finding)).isEqualTo(code);
		Findings.challenge(finding, Proof.INVALID);
	}

	private static Credential unbound() {
		return Requests.jwt(Requests.claims()).withPossession(new Possession(KEY, CERTIFICATE));
	}

	private static Credential jwt(Object cnf, @Nullable String key, @Nullable String certificate) {
		return Requests.jwt(Requests.claimsWith("cnf", cnf)).withPossession(new Possession(key, certificate));
	}

	private static Credential opaque(Object cnf, @Nullable String key, @Nullable String certificate) {
		return Requests.opaque(Requests.claimsWith("cnf", cnf)).withPossession(new Possession(key, certificate));
	}

	private static Finding ask(Binding binding, Credential credential) {
		TrustedIssuer issuer = new TrustedIssuer(Requests.ISSUER, Set.of("orders"), false, Duration.ofHours(1),
				Duration.ofSeconds(60), ClaimLayout.standard(), SignatureAlgorithms.ALL, binding);
		return new BindingCheck(new TrustedIssuers(List.of(issuer))).evaluate(Requests.with(credential));
	}

}
