package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

import io.zerotrust.spring.web.RefusalProblem;

/**
 * Answers with a problem.
 */
final class ProblemResponse {

	private ProblemResponse() {
	}

	/**
	 * Write a problem, keeping the headers that others have set.
	 */
	static void write(RefusalProblem problem, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(problem.status());
		for (Map.Entry<String, String> header : problem.headers().entrySet()) {
			response.setHeader(header.getKey(), header.getValue());
		}
		challenge(problem.challenges(), response);
		expose(response);
		byte[] body = problem.body();
		response.setContentType(RefusalProblem.MEDIA_TYPE);
		response.setContentLength(body.length);
		try {
			response.getOutputStream().write(body);
		}
		catch (IllegalStateException ex) {
			// somebody has taken the writer before forwarding
			response.getWriter().write(new String(body, StandardCharsets.UTF_8));
		}
		response.flushBuffer();
	}

	/**
	 * Put challenges in place of those there are, if any.
	 */
	static void challenge(List<String> challenges, HttpServletResponse response) {
		for (int i = 0; i < challenges.size(); i++) {
			if (i == 0) {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenges.get(i));
			}
			else {
				response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenges.get(i));
			}
		}
	}

	/**
	 * Let scripts of other origins, where they may read the response, read what to send
	 * next (RFC 9449 section 8.2, D19).
	 */
	static void expose(HttpServletResponse response) {
		if (response.containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
			if (response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
				response.addHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.WWW_AUTHENTICATE);
			}
			if (response.containsHeader(RefusalProblem.NONCE)) {
				response.addHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RefusalProblem.NONCE);
			}
		}
	}

}
