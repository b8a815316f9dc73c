package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import io.zerotrust.spring.method.InvocationRefusedException;

/**
 * Answers for guarded methods that were refused while a handler ran, or its future.
 * Before all other resolvers, so that no exception handler can turn the refusal into
 * something else.
 */
final class InvocationRefusalResolver implements HandlerExceptionResolver, PriorityOrdered {

	private final Gatekeeper gatekeeper;

	InvocationRefusalResolver(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		InvocationRefusedException refused = InvocationRefusedException.in(ex);
		if (refused == null || response.isCommitted()) {
			return null;
		}
		try {
			this.gatekeeper.refuse(refused, request, response);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		return new ModelAndView();
	}

}
