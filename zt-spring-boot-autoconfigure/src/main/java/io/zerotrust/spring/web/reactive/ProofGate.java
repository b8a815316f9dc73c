package io.zerotrust.spring.web.reactive;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.Presented;
import io.zerotrust.spring.web.ProofHeaders;
import io.zerotrust.spring.web.ProofRefusals;
import io.zerotrust.spring.web.RefusalProblem;
import io.zerotrust.token.dpop.PresentedProof;
import io.zerotrust.token.dpop.ProofResult.Refused;
import io.zerotrust.token.dpop.ProofResult.Verified;
import io.zerotrust.token.dpop.ProofResult;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Makes chains accept DPoP (RFC 9449), of which Spring Security knows nothing here: notes
 * the keys callers have proven to hold, and answers the others.
 */
final class ProofGate {

	private final ProofVerifier verifier;

	private final Gatekeeper gatekeeper;

	private final RequestUrl url;

	private final Clock clock;

	ProofGate(ProofVerifier verifier, Gatekeeper gatekeeper, RequestUrl url, Clock clock) {
		this.verifier = verifier;
		this.gatekeeper = gatekeeper;
		this.url = url;
		this.clock = clock;
	}

	/**
	 * Plug into a chain, whatever authenticates tokens in it.
	 */
	void plugInto(ServerHttpSecurity http) {
		http.addFilterBefore(ProofGate::exempt, SecurityWebFiltersOrder.CSRF);
		http.addFilterBefore(new ProofReadingFilter(this, this.url), SecurityWebFiltersOrder.AUTHENTICATION);
		http.addFilterAfter(new ProofFilter(this), SecurityWebFiltersOrder.AUTHENTICATION);
	}

	/**
	 * No browser sends the header on its own; Spring exempts Bearer alone.
	 */
	private static Mono<Void> exempt(ServerWebExchange exchange, WebFilterChain chain) {
		if (Presented.byDpop(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))) {
			CsrfWebFilter.skipExchange(exchange);
		}
		return chain.filter(exchange);
	}

	/**
	 * Verify a proof, and note the key that signed it.
	 * @param claims the claims of the token, which is verified already
	 * @return why it is refused; empty if it holds
	 */
	Mono<Optional<Reason>> verify(ServerWebExchange exchange, SentProof sent, Map<String, Object> claims) {
		Instant now = this.clock.instant();
		PresentedProof proof = new PresentedProof(sent.text(), exchange.getRequest().getMethod().name(), sent.uri(),
				sent.token(), ProofHeaders.key(claims), now);
		return Mono.fromFuture(() -> this.verifier.verify(proof).toCompletableFuture(), true)
			.map((result) -> noted(result, sent, exchange, now));
	}

	private Optional<Reason> noted(ProofResult result, SentProof sent, ServerWebExchange exchange, Instant now) {
		if (result instanceof Verified verified) {
			ProvenKeys.note(exchange, verified.key());
			tellNonce(this.verifier.nextNonce(sent.text(), now), exchange.getResponse());
			return Optional.empty();
		}
		return Optional.of((result instanceof Refused refused) ? refused.reason() : Reason.of("token.invalid"));
	}

	private static void tellNonce(@Nullable String nonce, ServerHttpResponse response) {
		if (nonce != null) {
			response.getHeaders().set(RefusalProblem.NONCE, nonce);
			response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
			// who may read it, the mapping may say after us
			response.beforeCommit(() -> Mono.fromRunnable(() -> ProblemResponse.expose(response.getHeaders())));
		}
	}

	/**
	 * Answer to a proof that was refused.
	 */
	Mono<Void> refuse(ServerWebExchange exchange, Reason reason) {
		if (ProofRefusals.isOutage(reason)) {
			Evaluation evaluation = this.gatekeeper.recordStanding(exchange, Deny.of(reason));
			exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
			return this.gatekeeper.answer(RefusalProblem.of(HttpStatus.SERVICE_UNAVAILABLE, reason, evaluation.id()),
					exchange);
		}
		return this.gatekeeper.refuse(this.gatekeeper.recordStanding(exchange, ProofRefusals.of(reason)), exchange)
			.then();
	}

}
