package io.zerotrust.archfixture.spring.web.reactive;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Breaks the rules of the adapters, so that the tests see them bite.
 */
public class BrokenReactive {

	@Nullable HttpServletRequest request;

}
