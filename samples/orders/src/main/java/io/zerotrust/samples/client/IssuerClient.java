package io.zerotrust.samples.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the issuer for tokens, as any client does (RFC 6749, section 4.4).
 */
public final class IssuerClient {

	private final HttpExchange http;

	private final URI issuer;

	public IssuerClient(HttpExchange http, URI issuer) {
		this.http = http;
		this.issuer = issuer;
	}

	public String token(String client, String scopes) {
		return token(client, request(client, scopes));
	}

	/**
	 * Ask for a token that is bound to a key (RFC 9449, section 5).
	 */
	public String boundToken(String client, String scopes, Prover prover) {
		return token(client, request(client, scopes).header("DPoP", prover.prove("POST", endpoint())));
	}

	private URI endpoint() {
		return this.issuer.resolve("/oauth2/token");
	}

	private HttpRequest.Builder request(String client, String scopes) {
		return HttpRequest.newBuilder(endpoint())
			.header("Authorization", "Basic " + credentials(client))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scopes.replace(" ", "+")));
	}

	private String token(String client, HttpRequest.Builder request) {
		HttpResponse<String> response = this.http.send(request);
		if (response.statusCode() != 200) {
			throw new IllegalStateException("The issuer answered " + response.statusCode() + " to " + client);
		}
		return JsonMapper.shared().readTree(response.body()).path("access_token").asString();
	}

	private static String credentials(String client) {
		String credentials = client + ":" + client + "-secret";
		return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

}
