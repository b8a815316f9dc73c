package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.web.AuthenticationOutcomes;
import io.zerotrust.spring.web.ProofHeaders;
import io.zerotrust.spring.web.ProofRefusals;
import io.zerotrust.spring.web.RefusalProblem;
import io.zerotrust.spring.web.SpringRefusals;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Notes the key a caller has proven to hold, and answers the others.
 */
final class ProofAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final Gatekeeper gatekeeper;

	private final ProofVerifier verifier;

	private final Clock clock;

	ProofAnswers(Gatekeeper gatekeeper, ProofVerifier verifier, Clock clock) {
		this.gatekeeper = gatekeeper;
		this.verifier = verifier;
		this.clock = clock;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token) {
			String key = ProofHeaders.key(token.getTokenAttributes());
			if (key != null) {
				ProvenKeys.note(request, key);
			}
		}
		// that it is bound was noted in case Spring's bearer filter refuses it
		request.removeAttribute(AuthenticationOutcomes.ATTRIBUTE);
		String nonce = nextNonce(request.getHeader(ProofHeaders.NAME));
		if (nonce != null) {
			response.setHeader(RefusalProblem.NONCE, nonce);
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			ProblemResponse.expose(response);
		}
	}

	private @Nullable String nextNonce(@Nullable String proof) {
		return (proof != null) ? this.verifier.nextNonce(proof, this.clock.instant()) : null;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		if (failure instanceof AuthenticationServiceException) {
			// RefusalFilter says that the issuer is away
			throw failure;
		}
		Reason reason = ProofRefusedException.in(failure);
		if (reason != null && ProofRefusals.isOutage(reason)) {
			unavailable(reason, request, response);
			return;
		}
		Refusal refusal = (reason != null) ? ProofRefusals.of(reason)
				: Challenge.of(Proof.INVALID, SpringRefusals.reasonOf(failure));
		this.gatekeeper.refuse(this.gatekeeper.record(request, refusal), request, response);
	}

	private void unavailable(Reason reason, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Evaluation evaluation = this.gatekeeper.recordStanding(request, Deny.of(reason));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		ProblemResponse.write(RefusalProblem.of(HttpStatus.SERVICE_UNAVAILABLE, reason, evaluation.id()), response);
	}

}
