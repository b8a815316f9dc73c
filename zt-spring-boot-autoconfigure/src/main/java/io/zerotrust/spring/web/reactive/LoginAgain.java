package io.zerotrust.spring.web.reactive;

import java.security.Principal;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets the chain ask for a login where a gate wants one. Spring's filter for exceptions
 * asks those alone who are nobody, so it sees nobody then. Stands before it.
 */
final class LoginAgain implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(new ServerWebExchangeDecorator(exchange) {

			@Override
			public <T extends Principal> Mono<T> getPrincipal() {
				return Mono.defer(() -> ChainAnswers.wantsLogin(exchange) ? Mono.empty() : super.getPrincipal());
			}

		});
	}

}
