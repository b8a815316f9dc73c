package io.zerotrust.samples.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a call to one API.
 */
public final class ApiClient {

	private final HttpExchange http;

	private final URI api;

	/**
	 * Create a client.
	 * @param http how to send
	 * @param api the address of the API
	 */
	public ApiClient(HttpExchange http, URI api) {
		this.http = http;
		this.api = api;
	}

	/**
	 * Send a call.
	 * @param call the call
	 * @return what the API answered
	 */
	public Answer send(Call call) {
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
		return new Answer(response.statusCode(), member("code", response), header("WWW-Authenticate", response),
				member("decisionId", response), header("Via", response));
	}

	private static String header(String name, HttpResponse<String> response) {
		return response.headers().firstValue(name).orElse("");
	}

	private static String member(String name, HttpResponse<String> response) {
		String type = header("Content-Type", response);
		if (!type.startsWith("application/problem+json")) {
			return "";
		}
		return JsonMapper.shared().readTree(response.body()).path(name).asString("");
	}

}
