package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The gate {@code ARRIVAL}: after header writers and CORS, before any credential is read.
 */
final class ArrivalGateFilter extends RequestFilter {

	private final Gatekeeper gatekeeper;

	ArrivalGateFilter(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		PresentedCredentials.noteSession(request);
		boolean asked = request.getDispatcherType() == DispatcherType.REQUEST && !PreFlight.is(request);
		if (asked && this.gatekeeper.refuse(this.gatekeeper.arrival(request), request, response)) {
			return;
		}
		chain.doFilter(request, response);
	}

}
