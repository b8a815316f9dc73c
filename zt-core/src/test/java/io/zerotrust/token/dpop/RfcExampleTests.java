package io.zerotrust.token.dpop;

import java.time.Instant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.token.dpop.ProofResult.Refused;
import io.zerotrust.token.dpop.ProofResult.Verified;
import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.PublicKeys;
import io.zerotrust.token.jose.Signatures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of RFC 9449, to the letter.
 */
class RfcExampleTests {

	/**
	 * Of section 7.1, and bound by section 6.1.
	 */
	private static final String TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

	private static final String JKT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

	/**
	 * Of section 4.1, for the token endpoint.
	 */
	private static final String FOR_TOKEN_ENDPOINT = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6Ik"
			+ "VDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCR"
			+ "nMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JE"
			+ "QSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIj"
			+ "oiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwia"
			+ "WF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg"
			+ "4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

	/**
	 * Of section 7.1, for a protected resource.
	 */
	private static final String FOR_RESOURCE = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6Ik"
			+ "VDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCR"
			+ "nMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JE"
			+ "QSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIj"
			+ "oiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0Z"
			+ "WRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNF"
			+ "c05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71E"
			+ "OptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";

	private final ProofVerifier verifier = new ProofVerifier(ProofRules.standard(), new Signatures(null),
			new MemoryReplayStore(100, java.time.Duration.ofMinutes(1)));

	@Test
	@Tag("D5")
	@Tag("D13")
	@Tag("D14")
	void verifyWhenProofOfSection7ThenVerified() {
		PresentedProof proof = new PresentedProof(FOR_RESOURCE, "GET", "https://resource.example.org/protectedresource",
				TOKEN, JKT, Instant.ofEpochSecond(1562262618));
		assertThat(this.verifier.verify(proof).toCompletableFuture().join()).isEqualTo(new Verified(JKT));
	}

	// made for the token endpoint, it says no token
	@Test
	@Tag("D13")
	void verifyWhenProofOfSection4ThenRefusedForTheTokenAlone() throws Exception {
		PresentedProof proof = new PresentedProof(FOR_TOKEN_ENDPOINT, "POST", "https://server.example.com/token", TOKEN,
				JKT, Instant.ofEpochSecond(1562262616));
		assertThat(this.verifier.verify(proof).toCompletableFuture().join()).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reason().code()).isEqualTo("dpop.token-hash"));
		CompactJws jws = CompactJws.read(FOR_TOKEN_ENDPOINT, 8192);
		java.security.PublicKey key = PublicKeys.of(jws.header().getJWK());
		assertThat(key).isNotNull();
		assertThat(new Signatures(null).verify(jws, java.util.Objects.requireNonNull(key))).isTrue();
	}

}
