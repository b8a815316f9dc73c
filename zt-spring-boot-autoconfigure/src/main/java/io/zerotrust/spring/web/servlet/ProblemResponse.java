package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

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

}
