package io.zerotrust.spring.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zerotrust.spring.journey.Answer;
import io.zerotrust.spring.journey.MutualTls;
import io.zerotrust.spring.journey.RunningApplication;
import io.zerotrust.spring.test.BadToken;

/**
 * The bytes a row sends, and over which connection.
 */
final class Request {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(token|port)( [^}]*)?}");

	private final RunningApplication application;

	private final String method;

	private final String target;

	private final List<String> headers = new ArrayList<>();

	private String body = "";

	private String over = "";

	private boolean tls;

	private boolean management;

	private int before;

	private Request(RunningApplication application, String method, String target) {
		this.application = application;
		this.method = method;
		this.target = target;
	}

	static Request of(Row row, RunningApplication application) {
		Request request = new Request(application, row.method(), fill(application, row.target()));
		// other words may depend on it
		request.management = row.sent().contains("management");
		request.tls = row.variant().equals("tls");
		row.sent().forEach(request::add);
		return request;
	}

	private void add(String word) {
		String[] parts = word.split(" ", 2);
		String rest = (parts.length > 1) ? parts[1] : "";
		switch (parts[0]) {
			case "management" -> this.management = true;
			case "over" -> this.over = rest;
			case "again" -> this.before = 1;
			case "before" -> this.before = Integer.parseInt(rest);
			case "caller" -> bearer(Tokens.good(this.application, rest));
			case "bad" -> bearer(this.application.issuer().mint(BadToken.valueOf(rest), "orders:read"));
			case "bound" -> bearer(Tokens.bound(this.application, rest));
			case "proxied" -> this.headers.add(MutualTls.header(rest));
			case "dpop" -> this.headers.addAll(Proofs.headers(this.application, this.method, url(), rest));
			default -> literal(word.translateEscapes());
		}
	}

	private void literal(String word) {
		if (word.startsWith("body=")) {
			this.body = fill(this.application, word.substring(5));
		}
		else if (word.contains(":")) {
			this.headers.add(fill(this.application, word));
		}
		else {
			throw new IllegalArgumentException("neither header nor word: " + word);
		}
	}

	private void bearer(String token) {
		this.headers.add("Authorization: Bearer " + token);
	}

	private String url() {
		int query = this.target.indexOf('?');
		String path = (query < 0) ? this.target : this.target.substring(0, query);
		return (this.tls ? "https" : "http") + "://localhost:" + port() + path;
	}

	private int port() {
		return this.management ? this.application.managementPort() : this.application.port();
	}

	private static String fill(RunningApplication application, String text) {
		return PLACEHOLDER.matcher(text).replaceAll((found) -> {
			if (found.group(1).equals("port")) {
				return String.valueOf(application.port());
			}
			String words = (found.group(2) != null) ? found.group(2).strip() : "";
			return Matcher.quoteReplacement(Tokens.good(application, words));
		});
	}

	/**
	 * Send it, as often as the row says.
	 * @return the last answer
	 */
	Answer send() throws IOException {
		for (int i = 0; i < this.before; i++) {
			once();
		}
		if (this.before > 0) {
			// what came of a request is told when its answer is out
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
		}
		return once();
	}

	private Answer once() throws IOException {
		try (Socket socket = this.tls ? MutualTls.connect(this.application, this.over)
				: new Socket(InetAddress.getLoopbackAddress(), port())) {
			return RunningApplication.exchange(socket, this.method, this.target, this.body,
					this.headers.toArray(String[]::new));
		}
	}

}
