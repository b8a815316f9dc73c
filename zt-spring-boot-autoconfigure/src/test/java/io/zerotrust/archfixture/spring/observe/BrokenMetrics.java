package io.zerotrust.archfixture.spring.observe;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Looks at what metrics must not know.
 */
public class BrokenMetrics {

	public String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

}
