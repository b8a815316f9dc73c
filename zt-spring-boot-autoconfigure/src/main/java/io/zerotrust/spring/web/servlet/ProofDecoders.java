package io.zerotrust.spring.web.servlet;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.DPoPProofContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

import io.zerotrust.spring.web.ProofHeaders;
import io.zerotrust.token.dpop.PresentedProof;
import io.zerotrust.token.dpop.ProofResult.Refused;
import io.zerotrust.token.dpop.ProofResult;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Verifies proofs where Spring Security would decode them. The token beside them is
 * verified already.
 */
final class ProofDecoders implements JwtDecoderFactory<DPoPProofContext> {

	private final ProofVerifier verifier;

	private final Clock clock;

	ProofDecoders(ProofVerifier verifier, Clock clock) {
		this.verifier = verifier;
		this.clock = clock;
	}

	@Override
	public JwtDecoder createDecoder(DPoPProofContext context) {
		return (proof) -> decode(proof, context);
	}

	private Jwt decode(String proof, DPoPProofContext context) {
		OAuth2Token token = context.getAccessToken();
		if (token == null) {
			throw new IllegalStateException("a proof without a token");
		}
		PresentedProof presented = new PresentedProof(proof, context.getMethod(), context.getTargetUri(),
				token.getTokenValue(), boundTo(token), this.clock.instant());
		// a store bounds its time, so this wait is bounded too
		ProofResult result = this.verifier.verify(presented).toCompletableFuture().join();
		if (result instanceof Refused refused) {
			throw new ProofRefusedException(refused.reason());
		}
		// nobody looks at it
		return Jwt.withTokenValue(proof).header("typ", "dpop+jwt").claim("htm", context.getMethod()).build();
	}

	private static @Nullable String boundTo(OAuth2Token token) {
		return (token instanceof ClaimAccessor claims) ? ProofHeaders.key(claims.getClaims()) : null;
	}

}
