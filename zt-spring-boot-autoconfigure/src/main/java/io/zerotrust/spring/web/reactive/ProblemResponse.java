package io.zerotrust.spring.web.reactive;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

import io.zerotrust.spring.web.RefusalProblem;

/**
 * Answers with a problem.
 */
final class ProblemResponse {

	private static final MediaType MEDIA_TYPE = MediaType.parseMediaType(RefusalProblem.MEDIA_TYPE);

	private ProblemResponse() {
	}

	/**
	 * Write a problem, keeping the headers that others have set.
	 */
	static Mono<Void> write(RefusalProblem problem, ServerHttpResponse response) {
		if (response.isCommitted()) {
			return Mono.empty();
		}
		response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
		HttpHeaders headers = response.getHeaders();
		problem.headers().forEach(headers::set);
		challenge(problem.challenges(), headers);
		expose(headers);
		byte[] body = problem.body();
		headers.setContentType(MEDIA_TYPE);
		headers.setContentLength(body.length);
		headers.remove(HttpHeaders.TRANSFER_ENCODING);
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

	/**
	 * Put challenges in place of those there are, if any.
	 */
	static void challenge(List<String> challenges, HttpHeaders headers) {
		if (!challenges.isEmpty()) {
			headers.put(HttpHeaders.WWW_AUTHENTICATE, challenges);
		}
	}

	/**
	 * Let scripts of other origins, where they may read the response, read what to send
	 * next (RFC 9449 section 8.2, D19).
	 */
	private static void expose(HttpHeaders headers) {
		if (headers.containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
			if (headers.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
				headers.add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.WWW_AUTHENTICATE);
			}
			if (headers.containsHeader(RefusalProblem.NONCE)) {
				headers.add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RefusalProblem.NONCE);
			}
		}
	}

}
