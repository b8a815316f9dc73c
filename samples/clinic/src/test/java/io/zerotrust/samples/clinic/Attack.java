package io.zerotrust.samples.clinic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.TokenBuilder;
import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * A request somebody tries who should not. Tokens are untyped, as Spring Security's own
 * decoder refuses those typed {@code at+jwt}.
 *
 * @param what what is tried
 * @param request method and path; a path below the Actuator's goes to its port
 * @param tokens what the tokens say that are sent along
 * @param plain the status without zt
 * @param enforced status and code with zt
 */
record Attack(String what, String request, List<Token> tokens, int plain, String enforced) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final String READER = "owners:read";

	static List<Attack> all() {
		return List.of(
				// tokens that are none for this
				of("ID token for an access token", "GET /api/owners/1", bad(BadToken.ID_TOKEN), 200,
						"401 token.id-token"),
				of("ID token of Keycloak", "GET /api/owners/1", bad(BadToken.ID_TOKEN_KEYCLOAK), 200,
						"401 token.id-token"),
				of("token that never expires", "GET /api/owners/1", bad(BadToken.NO_EXPIRY), 200,
						"401 token.exp-missing"),
				of("token that lives a day", "GET /api/owners/1", bad(BadToken.LIVES_24_HOURS), 200,
						"401 token.lifetime"),
				of("token of the future", "GET /api/owners/1", bad(BadToken.ISSUED_IN_FUTURE), 200,
						"401 token.not-yet-valid"),
				of("token about nobody", "GET /api/owners/1", bad(BadToken.NO_SUBJECT), 200,
						"401 token.subject-missing"),
				new Attack("two tokens at once", "GET /api/owners/1", List.of(scopes(READER), scopes("owners:write")),
						200, "400 credential.ambiguous"),
				of("ID token to write what libraries export", "POST /data/specialties", bad(BadToken.ID_TOKEN), 201,
						"401 token.id-token"),
				// good tokens for something else
				of("read without a scope", "GET /api/owners", scopes(""), 200, "403 policy.scope-missing"),
				of("look without a body", "HEAD /api/owners", scopes("visits:read"), 200, "403"),
				of("write with the scope to read", "POST /api/owners", scopes(READER), 201, "403 policy.scope-missing"),
				of("change with the scope to read", "PUT /api/owners/2", scopes(READER), 200,
						"403 policy.scope-missing"),
				of("delete with the scope to read", "DELETE /api/owners/4711", scopes(READER), 404,
						"403 policy.scope-missing"),
				of("read visits with the scope for owners", "GET /api/owners/1/visits", scopes(READER), 200,
						"403 policy.scope-missing"),
				of("write visits with the scope to read", "POST /api/owners/1/visits", scopes("visits:read"), 201,
						"403 policy.scope-missing"),
				of("what is not written yet, without a scope", "GET /api/owners/1/history", scopes(""), 501,
						"403 policy.scope-missing"),
				// handlers of libraries
				of("write what libraries export", "POST /data/specialties", scopes("vets:read"), 201,
						"403 policy.scope-missing"),
				of("overwrite it", "PUT /data/specialties/1", scopes("vets:read"), 200, "403 policy.scope-missing"),
				of("patch it", "PATCH /data/specialties/1", scopes("vets:read"), 200, "403 policy.scope-missing"),
				of("delete it", "DELETE /data/vets/4711", scopes("vets:read"), 404, "403 policy.scope-missing"),
				of("cut links between", "DELETE /data/vets/1/specialties/4711", scopes("vets:read"), 204,
						"403 policy.scope-missing"),
				new Attack("what springdoc may map tomorrow", "GET /v3/api-docs/internal", List.of(), 404,
						"401 subject.missing"),
				// the port nobody looks at
				of("metrics without the scope", "GET /actuator/metrics", scopes(READER), 200,
						"403 policy.scope-missing"),
				of("one metric without the scope", "GET /actuator/metrics/jvm.memory.used", scopes(READER), 200,
						"403 policy.scope-missing"),
				of("the list of what is exposed", "GET /actuator", scopes(READER), 200, "403 policy.scope-missing"));
	}

	/**
	 * Try it.
	 * @param issuer mints the tokens
	 * @param port the port of the API
	 * @param managementPort the port of the Actuator
	 */
	HttpResponse<String> send(ZtTestIssuer issuer, int port, int managementPort)
			throws IOException, InterruptedException {
		String[] line = this.request.split(" ");
		int to = line[1].startsWith("/actuator") ? managementPort : port;
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to + line[1]))
			.header("Accept", "application/json")
			.method(line[0], BodyPublishers.ofString(body(line[0], line[1])))
			.header("Content-Type", "application/json");
		this.tokens.forEach((token) -> request.header("Authorization", "Bearer " + token.mint(issuer)));
		return CLIENT.send(request.build(), BodyHandlers.ofString());
	}

	private static String body(String method, String path) {
		if (!method.startsWith("P")) {
			return "";
		}
		return path.startsWith("/data") ? "{\"name\": \"quackery\"}"
				: path.endsWith("/visits") ? "{\"date\": \"2026-05-06\", \"description\": \"stray\"}"
						: "{\"firstName\": \"Mal\", \"lastName\": \"Lory\", \"city\": \"Nowhere\"}";
	}

	private static Attack of(String what, String request, Token token, int plain, String enforced) {
		return new Attack(what, request, List.of(token), plain, enforced);
	}

	private static Token scopes(String scopes) {
		return (issuer) -> issuer.token().untyped().scopes(scopes);
	}

	private static Token bad(BadToken defect) {
		return (issuer) -> issuer.token().untyped().scopes(READER, "vets:write").bad(defect);
	}

	@Override
	public String toString() {
		return this.what;
	}

	/**
	 * Says what a token says.
	 */
	@FunctionalInterface
	interface Token {

		TokenBuilder of(ZtTestIssuer issuer);

		default String mint(ZtTestIssuer issuer) {
			return of(issuer).mint();
		}

	}

}
