package io.zerotrust.spring.web.servlet;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the URL by which the caller knows what it asks for.
 */
final class RequestUrl {

	/**
	 * Return the URL, without query.
	 */
	String of(HttpServletRequest request) {
		return request.getRequestURL().toString();
	}

}
