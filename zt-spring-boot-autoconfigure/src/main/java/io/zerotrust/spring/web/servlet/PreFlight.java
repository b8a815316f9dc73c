package io.zerotrust.spring.web.servlet;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;

/**
 * Tells pre-flights of browsers. They carry no credential and no cookie (Fetch, section
 * 4.8); what does only looks like one, and would have its token verified uncounted.
 */
final class PreFlight {

	private PreFlight() {
	}

	static boolean is(HttpServletRequest request) {
		return CorsUtils.isPreFlightRequest(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null
				&& request.getHeader(HttpHeaders.COOKIE) == null;
	}

}
