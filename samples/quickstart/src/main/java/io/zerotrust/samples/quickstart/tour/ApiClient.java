package io.zerotrust.samples.quickstart.tour;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a call to one API.
 */
final class ApiClient {

	private final HttpExchange http;

	private final URI api;

	ApiClient(HttpExchange http, URI api) {
		this.http = http;
		this.api = api;
	}

	Answer send(Call call) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.api + call.path()))
			.method(call.method(), body(call));
		for (int i = 0; i < call.headers().size(); i += 2) {
			request.header(call.headers().get(i), call.headers().get(i + 1));
		}
		return answer(this.http.send(request));
	}

	private static BodyPublisher body(Call call) {
		return call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body());
	}

	private static Answer answer(HttpResponse<String> response) {
		return new Answer(response.statusCode(), code(response),
				response.headers().firstValue("WWW-Authenticate").orElse(""));
	}

	private static String code(HttpResponse<String> response) {
		String type = response.headers().firstValue("Content-Type").orElse("");
		if (!type.startsWith("application/problem+json")) {
			return "";
		}
		return JsonMapper.shared().readTree(response.body()).path("code").asString("");
	}

}
