package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps cookies and fills in the login form, and nothing else a browser does.
 */
final class Browser {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final RunningApplication application;

	private final Map<String, String> cookies = new TreeMap<>();

	private String token = "";

	Browser(RunningApplication application) {
		this.application = application;
	}

	/**
	 * Go to a page as a person does.
	 */
	Answer visit(String target) throws IOException {
		return send("GET", target, "", "Accept: text/html,application/xhtml+xml,*/*;q=0.8");
	}

	/**
	 * Submit a form with the token of the page seen last.
	 */
	Answer submit(String target, String form) throws IOException {
		return cross(target, form + "&_csrf=" + URLEncoder.encode(this.token, StandardCharsets.UTF_8));
	}

	/**
	 * Submit a form of another site, which knows no token.
	 */
	Answer cross(String target, String form, String... headers) throws IOException {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Accept: text/html");
		all.add("Content-Type: application/x-www-form-urlencoded");
		return send("POST", target, form, all.toArray(String[]::new));
	}

	/**
	 * Log in at the login page.
	 */
	Answer login(String user, String password) throws IOException {
		visit("/login");
		return submit("/login", "username=" + user + "&password=" + password);
	}

	/**
	 * The cookies as a header.
	 */
	String cookie() {
		return "Cookie: " + this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	Answer send(String method, String target, String body, String... headers) throws IOException {
		List<String> all = new ArrayList<>(List.of(headers));
		if (!this.cookies.isEmpty()) {
			all.add(cookie());
		}
		Answer answer = RunningApplication.send(this.application.port(), method, target, body,
				all.toArray(String[]::new));
		for (String set : answer.headers().getOrDefault("set-cookie", List.of())) {
			String[] pair = set.split(";")[0].split("=", 2);
			this.cookies.put(pair[0], pair[1]);
		}
		Matcher token = TOKEN.matcher(answer.body());
		if (token.find()) {
			this.token = token.group(1);
		}
		return answer;
	}

	Map<String, String> cookies() {
		return this.cookies;
	}

}
