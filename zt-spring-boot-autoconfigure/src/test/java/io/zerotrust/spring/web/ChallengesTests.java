package io.zerotrust.spring.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChallengesTests {

	private static final Reason REASON = Reason.of("token.expired");

	private static final Schemes BOTH = new Schemes("api", true, List.of("ES256", "PS256"));

	private static final Schemes PROVEN = new Schemes("api", false, List.of("ES256"));

	private static final Presented BY_DPOP = new Presented(true, "n-1", "https://api.example/md");

	@Test
	@Tag("D17")
	@Tag("D18")
	@Tag("B7")
	void ofWhenNothingWasSentThenEveryScheme() {
		assertThat(challenges(Proof.MISSING, BOTH, Presented.nothing())).containsExactly("Bearer realm=\"api\"",
				"DPoP algs=\"ES256 PS256\"");
		assertThat(challenges(Proof.MISSING, PROVEN, Presented.nothing())).containsExactly("DPoP algs=\"ES256\"");
		assertThat(challenges(Proof.MISSING, Schemes.bearer("api"), BY_DPOP))
			.containsExactly("Bearer realm=\"api\", resource_metadata=\"https://api.example/md\"");
	}

	@Test
	@Tag("D18")
	void ofWhenSchemeWasUsedThenErrorStandsThere() {
		assertThat(challenges(Proof.INVALID, BOTH, Presented.nothing())).containsExactly(
				"Bearer error=\"invalid_token\", error_description=\"token.expired\"", "DPoP algs=\"ES256 PS256\"");
		assertThat(challenges(Proof.INVALID, BOTH, BY_DPOP)).containsExactly(
				"DPoP error=\"invalid_token\", error_description=\"token.expired\", algs=\"ES256 PS256\", "
						+ "resource_metadata=\"https://api.example/md\"",
				"Bearer realm=\"api\", resource_metadata=\"https://api.example/md\"");
		assertThat(challenges(Proof.INVALID, PROVEN, Presented.nothing()))
			.containsExactly("DPoP error=\"invalid_token\", error_description=\"token.expired\", algs=\"ES256\"");
		assertThat(challenges(Proof.MALFORMED, BOTH, BY_DPOP).get(0)).startsWith("DPoP error=\"invalid_request\"");
	}

	@Test
	@Tag("D9")
	@Tag("D17")
	@Tag("D19")
	void ofWhenProofIsWantedThenErrorAndNonce() {
		assertThat(challenges(Proof.UNPROVEN, BOTH, BY_DPOP).get(0)).startsWith("DPoP error=\"invalid_dpop_proof\"");
		RefusalProblem problem = RefusalProblem.of(Challenge.of(Proof.WITHOUT_NONCE, REASON), "id", BOTH, BY_DPOP);
		assertThat(problem.status()).isEqualTo(401);
		assertThat(problem.challenges().get(0)).startsWith("DPoP error=\"use_dpop_nonce\"");
		assertThat(problem.headers()).containsEntry("DPoP-Nonce", "n-1").containsEntry("Cache-Control", "no-store");
		assertThat(RefusalProblem.of(Challenge.of(Proof.UNPROVEN, REASON), "id", BOTH, BY_DPOP).headers())
			.doesNotContainKey("DPoP-Nonce");
	}

	@Test
	@Tag("SU1")
	@Tag("SU2")
	void ofWhenLoginIsWeakThenSaidInTheSchemeUsed() {
		Challenge weak = new Challenge(REASON, Proof.WEAK, List.of("gold"), Duration.ofMinutes(5));
		assertThat(RefusalProblem.of(weak, "id", BOTH, BY_DPOP).challenges().get(0))
			.startsWith("DPoP error=\"insufficient_user_authentication\"")
			.contains("acr_values=\"gold\"")
			.contains("max_age=\"300\"");
		assertThat(RefusalProblem.of(weak, "id", BOTH, Presented.nothing()).challenges().get(0))
			.startsWith("Bearer error=\"insufficient_user_authentication\"");
	}

	@Test
	@Tag("D17")
	void ofWhenScopeIsMissingThenSaidInTheSchemeUsed() {
		Deny deny = new Deny(REASON, Set.of("a:read"));
		assertThat(RefusalProblem.of(deny, "id", BOTH, BY_DPOP).challenges()).singleElement()
			.asString()
			.startsWith("DPoP error=\"insufficient_scope\"")
			.contains("scope=\"a:read\"");
	}

	@Test
	@Tag("D18")
	void veilWhenPlatformSpeaksThenWordsGoAndDpopIsOffered() {
		String springs = "Bearer error=\"invalid_token\", error_description=\"Jwt expired at 1\", "
				+ "error_uri=\"https://tools.ietf.org\", resource_metadata=\"https://api.example/md\"";
		assertThat(RefusalProblem.veil(List.of(springs, "Basic realm=\"x\""), REASON, BOTH, Presented.nothing()))
			.containsExactly(
					"Bearer error=\"invalid_token\", error_description=\"token.expired\", "
							+ "resource_metadata=\"https://api.example/md\"",
					"DPoP algs=\"ES256 PS256\", resource_metadata=\"https://api.example/md\"", "Basic realm=\"x\"");
		assertThat(RefusalProblem.veil(List.of("Bearer"), REASON, BOTH, Presented.nothing())).containsExactly("Bearer",
				"DPoP algs=\"ES256 PS256\"");
		assertThat(RefusalProblem.veil(List.of("Bearer"), REASON, PROVEN, Presented.nothing()))
			.containsExactly("DPoP algs=\"ES256\"");
		assertThat(RefusalProblem.veil(List.of("Bearer"), REASON, Schemes.bearer("api"), Presented.nothing()))
			.containsExactly("Bearer");
		assertThat(RefusalProblem.veil(List.of(), REASON, BOTH, Presented.nothing())).isEmpty();
	}

	@Test
	void schemesWhenNoneIsAcceptedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Schemes("api", false, List.of()));
		assertThat(Presented.byDpop(null)).isFalse();
		assertThat(Presented.byDpop("dpo")).isFalse();
		assertThat(Presented.byDpop("dPoP x")).isTrue();
		assertThat(Presented.byDpop("Bearer dpop")).isFalse();
	}

	private static List<String> challenges(Proof proof, Schemes schemes, Presented presented) {
		return RefusalProblem.of(Challenge.of(proof, REASON), "id", schemes, presented).challenges();
	}

}
