package io.zerotrust.spring.web.reactive;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.decision.Reason;

/**
 * Verifies the proof of a token that was just verified (RFC 9449, section 7.1), never
 * before: a flood without a token must not fill the memory of used proofs. Behind it the
 * request is as it was sent.
 */
final class ProofFilter implements WebFilter {

	private static final Reason UNREAD = new Reason("dpop.off",
			"Authorization: DPoP, and no filter of the chain reads tokens");

	private static final Reason FOREIGN = new Reason("token.invalid",
			"the token authenticated nobody, or somebody of a type Spring Security does not know");

	private final ProofGate gate;

	ProofFilter(ProofGate gate) {
		this.gate = gate;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		SentProof sent = SentProof.of(exchange);
		if (sent == null) {
			return chain.filter(exchange);
		}
		ServerWebExchange original = sent.asSent(exchange);
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((authentication) -> filter(sent, authentication.orElse(null), original, chain));
	}

	private Mono<Void> filter(SentProof sent, @Nullable Authentication authentication, ServerWebExchange exchange,
			WebFilterChain chain) {
		if (authentication == null) {
			return this.gate.refuse(exchange, UNREAD);
		}
		if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token
				&& token.getToken().getTokenValue().equals(sent.token())) {
			return this.gate.verify(exchange, sent, token.getTokenAttributes())
				.flatMap((refused) -> refused.isPresent() ? this.gate.refuse(exchange, refused.get())
						: chain.filter(exchange));
		}
		return this.gate.refuse(exchange, FOREIGN);
	}

}
