package io.zerotrust.spring.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.spring.method.InvocationRefusedException;

/**
 * Answers for guarded methods that were refused while a handler ran, before advice of the
 * application turns that into something else. Only an exception handler within the
 * controller itself comes earlier.
 *
 * @since 0.1.0
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class InvocationRefusals {

	private final Gatekeeper gatekeeper;

	InvocationRefusals(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@ExceptionHandler
	Mono<Void> refused(InvocationRefusedException refused, ServerWebExchange exchange) {
		return this.gatekeeper.refuse(refused, exchange);
	}

}
