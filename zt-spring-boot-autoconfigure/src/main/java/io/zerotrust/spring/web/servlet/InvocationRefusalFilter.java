package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.zerotrust.spring.method.InvocationRefusedException;

/**
 * Answers for guarded methods that were refused outside of MVC, in a filter for example.
 * Stands behind Spring's {@code ExceptionTranslationFilter}, which would say less.
 */
final class InvocationRefusalFilter extends RequestFilter {

	private final Gatekeeper gatekeeper;

	InvocationRefusalFilter(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			InvocationRefusedException refused = InvocationRefusedException.in(ex);
			if (refused == null || response.isCommitted()) {
				throw ex;
			}
			this.gatekeeper.refuse(refused, request, response);
		}
	}

}
