package io.zerotrust.spring.web.reactive;

import java.util.List;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.Presented;
import io.zerotrust.spring.web.ProofHeaders;

/**
 * Hands tokens that were sent with a proof to whoever reads bearer tokens, just before it
 * does: Spring Security knows no other scheme here. What comes of the proof, the
 * {@link ProofFilter} behind it decides.
 */
final class ProofReadingFilter implements WebFilter {

	private final ProofGate gate;

	private final RequestUrl url;

	ProofReadingFilter(ProofGate gate, RequestUrl url) {
		this.gate = gate;
		this.url = url;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (!Presented.byDpop(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))) {
			return chain.filter(exchange);
		}
		List<String> authorization = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
		List<String> proofs = request.getHeaders().getOrEmpty(ProofHeaders.NAME);
		String uri = ProofHeaders.uri(this.url.of(exchange));
		Reason objection = ProofHeaders.objection(authorization, proofs, request.getMethod().name(), uri);
		if (objection != null) {
			return this.gate.refuse(exchange, objection);
		}
		String token = Objects.requireNonNull(ProofHeaders.token(authorization.get(0)));
		SentProof sent = new SentProof(authorization.get(0), token, proofs.get(0), Objects.requireNonNull(uri));
		return chain.filter(sent.asBearer(exchange));
	}

}
