package io.zerotrust.spring.test.autoconfigure;

import java.util.Enumeration;

import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Recognises what {@code jwt()} and the like attach to a request of MockMvc.
 */
final class MockRequestMark implements PrebuiltMark {

	private static final String TEST_SUPPORT = "org.springframework.security.test.";

	/**
	 * INVARIANT: says yes only to the very object that spring-security-test has attached
	 * to a mock request. No attribute of a real request counts.
	 */
	@Override
	public boolean isOn(Authentication authentication) {
		MockHttpServletRequest request = mockRequest();
		if (request == null) {
			return false;
		}
		Enumeration<String> names = request.getAttributeNames();
		while (names.hasMoreElements()) {
			String name = names.nextElement();
			if (name.startsWith(TEST_SUPPORT) && request.getAttribute(name) instanceof SecurityContext context
					&& context.getAuthentication() == authentication) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable MockHttpServletRequest mockRequest() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			return WebUtils.getNativeRequest(attributes.getRequest(), MockHttpServletRequest.class);
		}
		return null;
	}

}
