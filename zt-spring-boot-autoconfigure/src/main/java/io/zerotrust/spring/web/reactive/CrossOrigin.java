package io.zerotrust.spring.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets scripts of other origins read a refusal that could read the answer of the handler.
 * The mappings themselves say who may: WebFlux asks them too late for a request that is
 * refused before.
 */
final class CrossOrigin {

	private final HandlerResolver resolver;

	CrossOrigin(HandlerResolver resolver) {
		this.resolver = resolver;
	}

	/**
	 * Put the headers on the response that the handler's would have.
	 */
	Mono<Void> allow(ServerWebExchange exchange) {
		boolean known = exchange.getResponse().getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
		// Spring's look at it throws for what is no origin
		if (known || !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.ORIGIN)) {
			return Mono.empty();
		}
		return this.resolver.answer(exchange).doOnNext((asked) -> copy(asked, exchange)).then();
	}

	private static void copy(MappingExchange asked, ServerWebExchange exchange) {
		if (asked.getResponse().getStatusCode() == HttpStatus.FORBIDDEN || exchange.getResponse().isCommitted()) {
			return;
		}
		HttpHeaders headers = exchange.getResponse().getHeaders();
		asked.getResponse().getHeaders().forEach((name, values) -> {
			if (HttpHeaders.VARY.equalsIgnoreCase(name)) {
				values.stream()
					.filter((value) -> !headers.getOrEmpty(HttpHeaders.VARY).contains(value))
					.forEach((value) -> headers.add(HttpHeaders.VARY, value));
			}
			else if (name.startsWith("Access-Control-")) {
				headers.put(name, values);
			}
		});
	}

}
