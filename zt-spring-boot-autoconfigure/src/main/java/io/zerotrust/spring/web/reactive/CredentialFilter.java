package io.zerotrust.spring.web.reactive;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.access.Subject;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.token.TokenReading;
import io.zerotrust.spring.web.CredentialRules;
import io.zerotrust.spring.web.PresentedToken;

/**
 * Looks at the credential before Spring Security's filters do. A token on top of another
 * authentication is refused; on endpoints that ignore bad credentials the credential is
 * dropped unread.
 */
final class CredentialFilter implements WebFilter {

	private static final String BEFORE = CredentialFilter.class.getName() + ".before";

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	private final CredentialRules rules;

	/**
	 * Create the filter of a chain.
	 * @param proofs whether the chain verifies proofs of possession
	 * @param reading reads tokens that nobody of zt decodes
	 */
	CredentialFilter(Gatekeeper gatekeeper, Targets targets, boolean proofs, TokenReading reading) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
		this.rules = new CredentialRules(proofs || gatekeeper.observes(), reading);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return authenticated().map((before) -> {
			exchange.getAttributes().put(BEFORE, Objects.requireNonNull(before.getAuthentication()));
			// loaded again, it may be another one that says the same
			return look(exchange, chain)
				.contextWrite(ReactiveSecurityContextHolder.withSecurityContext(Mono.just(before)));
		}).defaultIfEmpty(Mono.defer(() -> look(exchange, chain))).flatMap(Function.identity());
	}

	private Mono<Void> look(ServerWebExchange exchange, WebFilterChain chain) {
		return ignoresCredentials(exchange).flatMap((ignored) -> ignored ? chain.filter(withoutCredentials(exchange))
				: isRefused(exchange).flatMap((refused) -> refused ? Mono.empty() : chain.filter(exchange)));
	}

	private Mono<Boolean> isRefused(ServerWebExchange exchange) {
		Challenge objection = objection(exchange);
		return (objection != null) ? this.gatekeeper.refuse(this.gatekeeper.record(exchange, objection), exchange)
				: Mono.just(Boolean.FALSE);
	}

	private @Nullable Challenge objection(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		if (request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION).size() > 1) {
			return CredentialRules.AMBIGUOUS;
		}
		if (exchange.getAttribute(BEFORE) != null && PresentedToken.isMeant(authorization)) {
			return CredentialRules.MIXED;
		}
		return this.rules.objection(authorization, request.getURI().getRawQuery());
	}

	private Mono<Boolean> ignoresCredentials(ServerWebExchange exchange) {
		boolean somewhere = !this.gatekeeper.observes() && this.targets.ignoringBadCredentials();
		return somewhere ? this.targets.of(exchange).map((target) -> target.policy().ignoreBadCredentials())
				: Mono.just(Boolean.FALSE);
	}

	private static ServerWebExchange withoutCredentials(ServerWebExchange exchange) {
		if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
			return exchange;
		}
		Exchanges.noteDropped(exchange);
		return exchange.mutate()
			.request((request) -> request.headers((headers) -> headers.remove(HttpHeaders.AUTHORIZATION)))
			.build();
	}

	/**
	 * Return the refusal of a request that a token was put on top of another
	 * authentication of, wherever the application lets tokens be read from.
	 * @return the refusal, or {@code null} if there is nothing to refuse
	 */
	static @Nullable Refusal mixed(ServerWebExchange exchange, Subject subject) {
		Object before = exchange.getAttribute(BEFORE);
		return (before != null && subject.credential().kind().isToken()) ? CredentialRules.MIXED : null;
	}

	/**
	 * Return who was known before tokens and passwords were looked at.
	 */
	static @Nullable Object before(ServerWebExchange exchange) {
		return exchange.getAttribute(BEFORE);
	}

	private static Mono<SecurityContext> authenticated() {
		return ReactiveSecurityContextHolder.getContext().filter((context) -> {
			Authentication known = context.getAuthentication();
			return known != null && known.isAuthenticated() && !(known instanceof AnonymousAuthenticationToken);
		});
	}

}
