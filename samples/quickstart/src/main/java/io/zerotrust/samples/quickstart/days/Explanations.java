package io.zerotrust.samples.quickstart.days;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import io.zerotrust.samples.client.HttpExchange;

/**
 * Asks the Actuator, as an operator would, why something was refused.
 */
final class Explanations {

	private final HttpExchange http;

	private final URI api;

	private final Logins logins;

	Explanations(HttpExchange http, URI api, Logins logins) {
		this.http = http;
		this.api = api;
		this.logins = logins;
	}

	/**
	 * Explain what was refused for its risk.
	 * @param events what happened
	 * @return lines
	 */
	String of(List<Event> events) {
		return events.stream()
			.filter((event) -> event.zt().contains(" risk."))
			.map((event) -> event.what() + ":\n  " + detail(event.decision()) + "\n")
			.collect(Collectors.joining());
	}

	private String detail(String decision) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(this.api + "/actuator/zerotrust/decisions/" + decision))
			.header("Authorization", "Bearer " + this.logins.client("operator", "ops:read"));
		String body = this.http.send(request).body();
		return JsonMapper.shared().readTree(body).path("decision").path("detail").asString();
	}

}
