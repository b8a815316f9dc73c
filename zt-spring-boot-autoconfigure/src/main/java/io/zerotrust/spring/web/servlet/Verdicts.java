package io.zerotrust.spring.web.servlet;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Where the verdict of a servlet request is kept.
 */
final class Verdicts {

	private Verdicts() {
	}

	static @Nullable Verdict of(ServletRequest request) {
		return (Verdict) request.getAttribute(Verdict.ATTRIBUTE);
	}

	static void attach(Verdict verdict, ServletRequest request) {
		request.setAttribute(Verdict.ATTRIBUTE, verdict);
	}

}
