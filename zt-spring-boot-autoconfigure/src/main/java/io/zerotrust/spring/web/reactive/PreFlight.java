package io.zerotrust.spring.web.reactive;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.reactive.CorsUtils;

/**
 * Tells pre-flights of browsers. They carry no credential and no cookie (Fetch, section
 * 4.8); what does only looks like one.
 */
final class PreFlight {

	private PreFlight() {
	}

	static boolean is(ServerHttpRequest request) {
		return CorsUtils.isPreFlightRequest(request) && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
				&& !request.getHeaders().containsHeader(HttpHeaders.COOKIE);
	}

}
