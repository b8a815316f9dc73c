package io.zerotrust.token.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.ClaimPath;
import io.zerotrust.access.ClaimPlace;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.revocation.Revocation.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationCheckTests {

	private static final Map<Kind, String> VALUES = Map.of(Kind.TOKEN, "t-1", Kind.SUBJECT, "alice", Kind.SESSION,
			"s-1", Kind.CLIENT, "shop", Kind.ISSUER, "");

	private final RevocationStore store = new InMemoryRevocations(
			100, new TrustedIssuers(List.of(new TrustedIssuer(Requests.ISSUER, Set.of("orders"), false,
					Duration.ofHours(1), Duration.ZERO, ClaimLayout.standard()))),
			Clock.fixed(Requests.NOW, ZoneOffset.UTC), List.of());

	private final RevocationCheck check = new RevocationCheck(this.store);

	@Tag("B8")
	@ParameterizedTest
	@EnumSource(Kind.class)
	void evaluateWhenRevokedThenInvalidTokenForEveryKindOfCredentialWithClaims(Kind kind) {
		for (CredentialKind credential : List.of(CredentialKind.JWT, CredentialKind.OPAQUE_TOKEN,
				CredentialKind.SESSION)) {
			Findings.assertPasses(ask(credential, claims()));
		}
		revoke(kind, value(kind));
		for (CredentialKind credential : List.of(CredentialKind.JWT, CredentialKind.OPAQUE_TOKEN,
				CredentialKind.SESSION)) {
			Finding finding = ask(credential, claims());
			assertThat(Findings.code(finding)).isEqualTo("token.revoked");
			assertThat(Findings.challenge(finding, Proof.INVALID).reason().detail()).contains(kind.word(), "test");
		}
		this.store.lift(kind, Requests.ISSUER, value(kind));
		Findings.assertPasses(ask(CredentialKind.JWT, claims()));
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "ISSUER")
	void evaluateWhenSomebodyElseIsRevokedThenPasses(Kind kind) {
		revoke(kind, value(kind) + "x");
		revoke(kind, value(kind).toUpperCase(java.util.Locale.ROOT));
		Findings.assertPasses(ask(CredentialKind.JWT, claims()));
	}

	@ParameterizedTest
	@CsvSource({ "-1, true", "0, true", "1, false", "60, false" })
	void evaluateWhenIssuedThenCoveredToTheSecond(long secondsAfter, boolean refused) {
		this.store.revoke(
				Revocation.ofSubject(Requests.ISSUER, "alice", Requests.NOW.minusSeconds(120).plusMillis(300), "test"));
		Map<String, Object> claims = claims();
		claims.put("iat", Requests.NOW.minusSeconds(120).plusSeconds(secondsAfter).getEpochSecond());
		assertThat(ask(CredentialKind.JWT, claims) instanceof Finding.Refuse).isEqualTo(refused);
	}

	@Test
	void evaluateWhenOneTokenIsRevokedThenItsAgeDoesNotMatter() {
		this.store
			.revoke(Revocation.ofToken(Requests.ISSUER, "t-1", null, Requests.NOW.minus(Duration.ofDays(1)), "test"));
		assertThat(Findings.code(ask(CredentialKind.JWT, claims()))).isEqualTo("token.revoked");
	}

	@ParameterizedTest
	@ValueSource(strings = { "absent", "text", "list" })
	void evaluateWhenTokenDoesNotSayWhenItWasIssuedThenCovered(String how) {
		revoke(Kind.SUBJECT, "alice");
		Map<String, Object> claims = claims();
		claims.remove("iat");
		if (!how.equals("absent")) {
			claims.put("iat", how.equals("text") ? "1767268800" : List.of(1));
		}
		assertThat(Findings.code(ask(CredentialKind.JWT, claims))).isEqualTo("token.revoked");
	}

	// Spring's converter puts it there where the token has none
	@Test
	void evaluateWhenIssueIsInventedFromTheEndThenCovered() {
		revoke(Kind.SUBJECT, "alice");
		Map<String, Object> claims = claims();
		claims.put("iat", Requests.NOW.plusSeconds(599));
		claims.put("exp", Requests.NOW.plusSeconds(600));
		assertThat(Findings.code(ask(CredentialKind.JWT, claims))).isEqualTo("token.revoked");
	}

	@Test
	void evaluateWhenTokenLacksWhatIsRevokedThenPasses() {
		revoke(Kind.TOKEN, "t-1");
		revoke(Kind.SESSION, "s-1");
		revoke(Kind.CLIENT, "shop");
		Findings.assertPasses(ask(CredentialKind.JWT, Map.of("iss", Requests.ISSUER, "sub", "alice")));
		Findings.assertPasses(ask(CredentialKind.JWT,
				Map.of("iss", Requests.ISSUER, "sub", "alice", "jti", List.of("t-1"), "sid", 1)));
		Findings.assertPasses(this.check.evaluate(Requests.anonymous()));
		Findings.assertPasses(this.check.evaluate(Requests.with(Credential.of(CredentialKind.SESSION))));
	}

	@Test
	void evaluateWhenSessionStandsElsewhereThenReadByTheLayout() {
		revoke(Kind.SESSION, "s-9");
		ClaimLayout layout = ClaimLayout.standard().with(ClaimPlace.SESSION, ClaimPath.parseAll("session_state"));
		Map<String, Object> claims = claims();
		claims.put("session_state", "s-9");
		Credential credential = new Credential(CredentialKind.JWT, Claims.none(), Claims.of(claims), layout);
		assertThat(Findings.code(this.check.evaluate(Requests.with(credential)))).isEqualTo("token.revoked");
	}

	@Test
	void evaluateWhenStoreIsAwayThenRefused() {
		RevocationCheck broken = new RevocationCheck(new Away());
		CheckPipeline pipeline = new CheckPipeline(Gate.ACCESS, Mode.ENFORCE, List.of(Step.of(broken)), () -> "id");
		assertThat(Findings
			.code(pipeline.evaluate(Requests.with(Requests.jwt(claims()))).toCompletableFuture().join().decision()))
			.isEqualTo("check.failed");
	}

	private void revoke(Kind kind, String value) {
		this.store.revoke(new Revocation(kind, Requests.ISSUER, value, Requests.NOW, null, "test"));
	}

	private Finding ask(CredentialKind kind, Map<String, ?> claims) {
		return this.check.evaluate(Requests.with(new Credential(kind, Claims.none(), Claims.of(claims))));
	}

	private static Map<String, Object> claims() {
		Map<String, Object> claims = new HashMap<>(Requests.claims());
		claims.put("jti", "t-1");
		claims.put("sid", "s-1");
		return claims;
	}

	/**
	 * A shared store that cannot say anything any more.
	 */
	private static final class Away implements RevocationStore {

		@Override
		public Revocation revoke(Revocation revocation) {
			throw new RevocationRefusedException("away");
		}

		@Override
		public boolean lift(Kind kind, String issuer, String value) {
			throw new RevocationRefusedException("away");
		}

		@Override
		public Revocation find(Kind kind, String issuer, String value) {
			throw new IllegalStateException("the copy is too old");
		}

		@Override
		public List<Revocation> all() {
			return List.of();
		}

		@Override
		public int size() {
			return 0;
		}

		@Override
		public long refused() {
			return 0;
		}

	}

	private static String value(Kind kind) {
		return Objects.requireNonNull(VALUES.get(kind));
	}

}
