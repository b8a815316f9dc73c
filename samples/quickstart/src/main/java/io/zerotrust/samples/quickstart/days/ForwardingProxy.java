package io.zerotrust.samples.quickstart.days;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A reverse proxy with a door for each network. It passes requests on and appends the
 * address of whoever came through the door to {@code X-Forwarded-For}, behind whatever
 * the caller wrote there.
 */
final class ForwardingProxy implements AutoCloseable {

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private static final Set<String> HOP_BY_HOP = Set.of("connection", "host", "content-length", "transfer-encoding",
			"upgrade", "http2-settings", "expect", "x-forwarded-for");

	static {
		// else each answer waits for an acknowledgement
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<HttpServer> doors = new ArrayList<>();

	private final URI target;

	ForwardingProxy(URI target) {
		this.target = target;
	}

	/**
	 * Open a door.
	 * @param address the address that callers behind it have
	 * @return where they send their requests to
	 */
	URI open(String address) {
		try {
			HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			door.setExecutor(this.threads);
			door.createContext("/", (exchange) -> forward(exchange, address));
			door.start();
			this.doors.add(door);
			return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void forward(HttpExchange exchange, String address) throws IOException {
		try (exchange) {
			HttpRequest.Builder request = HttpRequest
				.newBuilder(URI.create(this.target.toString() + exchange.getRequestURI()))
				.method(exchange.getRequestMethod(),
						BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
			exchange.getRequestHeaders().forEach((name, values) -> {
				if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
					values.forEach((value) -> request.header(name, value));
				}
			});
			List<String> hops = new ArrayList<>(exchange.getRequestHeaders().getOrDefault(FORWARDED_FOR, List.of()));
			hops.add(address);
			request.header(FORWARDED_FOR, String.join(", ", hops));
			answer(this.client.send(request.build(), BodyHandlers.ofByteArray()), exchange);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void answer(HttpResponse<byte[]> response, HttpExchange exchange) throws IOException {
		response.headers().map().forEach((name, values) -> {
			if (!HOP_BY_HOP.contains(name)) {
				exchange.getResponseHeaders().put(name, values);
			}
		});
		byte[] body = response.body();
		exchange.sendResponseHeaders(response.statusCode(), (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.doors.forEach((door) -> door.stop(0));
		this.threads.shutdownNow();
	}

}
