package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.cors.CorsUtils;

/**
 * The gate {@code ARRIVAL}: after header writers and CORS, before any credential is read.
 */
final class ArrivalGateFilter implements Filter {

	private final Gatekeeper gatekeeper;

	ArrivalGateFilter(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		boolean asked = request.getDispatcherType() == DispatcherType.REQUEST && !CorsUtils.isPreFlightRequest(request);
		if (asked && this.gatekeeper.refuse(this.gatekeeper.arrival(request), request, response)) {
			return;
		}
		chain.doFilter(request, response);
	}

}
