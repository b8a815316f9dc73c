package io.zerotrust.samples.clinic;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps cookies, follows no redirect.
 */
final class Browser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String address;

	Browser(int port) {
		this.address = "http://127.0.0.1:" + port;
	}

	Page get(String path) throws IOException, InterruptedException {
		return send(request(path));
	}

	Page get(String path, String token) throws IOException, InterruptedException {
		return send(request(path).header("Authorization", "Bearer " + token));
	}

	Page post(String path, String form) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	Page signIn(String user, String password) throws IOException, InterruptedException {
		return post("/login", "username=" + user + "&password=" + password + "&" + get("/login").csrf());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path));
	}

	private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.client.send(request.build(), BodyHandlers.ofString());
		return new Page(response.statusCode(), response.body());
	}

	record Page(int status, String body) {

		String csrf() {
			Matcher matcher = CSRF.matcher(this.body);
			if (!matcher.find()) {
				throw new IllegalStateException("no CSRF token on this page: " + this.body);
			}
			return "_csrf=" + matcher.group(1);
		}

	}

}
