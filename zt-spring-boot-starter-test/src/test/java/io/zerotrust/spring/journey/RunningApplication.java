package io.zerotrust.spring.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import io.zerotrust.spring.contract.BlockingCalls;
import io.zerotrust.spring.test.BadToken;
import io.zerotrust.spring.test.TokenBuilder;
import io.zerotrust.spring.test.ZtTestIssuer;

/**
 * An application on a real port, talked to byte by byte: no client normalises what an
 * attacker sends.
 */
public final class RunningApplication implements AutoCloseable {

	/**
	 * The property with what stands before the paths of handlers within the application.
	 */
	static final String SERVLET_PATH = "journey.servlet-path";

	private static final String ISSUER = "https://idp.example.com";

	private final ConfigurableApplicationContext context;

	private final Placement placement;

	private RunningApplication(ConfigurableApplicationContext context, Placement placement) {
		this.context = context;
		this.placement = placement;
	}

	/**
	 * Start an application that trusts the in-memory issuer.
	 * @param properties {@code key=value}, beside or instead of issuer, audience and a
	 * free port; {@code !key} leaves one of these out
	 * @param sources configuration classes
	 */
	public static RunningApplication start(List<String> properties, Class<?>... sources) {
		return start(Placement.ROOT, properties, sources);
	}

	/**
	 * Start an application whose handlers are somewhere else. On a management port the
	 * configuration classes stand in its own context, beside the Actuator.
	 */
	static RunningApplication startHandlers(Placement placement, List<String> properties, Class<?>... handlers) {
		if (!placement.isOwnPort()) {
			List<Class<?>> sources = new ArrayList<>(List.of(handlers));
			sources.add(BareApplication.class);
			return start(placement, properties, sources.toArray(Class<?>[]::new));
		}
		List<String> all = new ArrayList<>(properties);
		all.add(ManagementHandlers.PROPERTY + '='
				+ Arrays.stream(handlers).map(Class::getName).collect(Collectors.joining(",")));
		return start(placement, all, BareApplication.class);
	}

	/**
	 * Start an application whose paths have something before them.
	 */
	static RunningApplication start(Placement placement, List<String> properties, Class<?>... sources) {
		return start(WebApplicationType.SERVLET, placement, properties, sources);
	}

	/**
	 * Start a WebFlux application on Netty that trusts the in-memory issuer. What blocks
	 * its event loop fails when it is closed.
	 */
	public static RunningApplication startReactive(List<String> properties, Class<?>... sources) {
		Class<?>[] all = Arrays.copyOf(sources, sources.length + 1);
		all[sources.length] = NettyServer.class;
		BlockingCalls.watch();
		BlockingCalls.take();
		return start(WebApplicationType.REACTIVE, Placement.ROOT, properties, all);
	}

	private static RunningApplication start(WebApplicationType type, Placement placement, List<String> properties,
			Class<?>... sources) {
		SpringApplication application = new SpringApplication(sources);
		application.setWebApplicationType(type);
		application.setLogStartupInfo(false);
		Map<String, String> arguments = new TreeMap<>(Map.of("server.port", "0", "spring.main.banner-mode", "off",
				"spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER,
				"spring.security.oauth2.resourceserver.jwt.audiences", "orders"));
		List<String> all = new ArrayList<>(placement.properties());
		all.add(SERVLET_PATH + '=' + placement.servlet());
		all.addAll(properties);
		for (String property : all) {
			if (property.startsWith("!")) {
				arguments.remove(property.substring(1));
				continue;
			}
			int equals = property.indexOf('=');
			arguments.put(property.substring(0, equals), property.substring(equals + 1));
		}
		return new RunningApplication(application.run(arguments.entrySet()
			.stream()
			.map((argument) -> "--" + argument.getKey() + "=" + argument.getValue())
			.toArray(String[]::new)), placement);
	}

	static RunningApplication start(Class<?>... sources) {
		return start(List.of(), sources);
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public int managementPort() {
		return this.context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
	}

	Placement placement() {
		return this.placement;
	}

	/**
	 * The port of the handlers under test.
	 */
	int placedPort() {
		return this.placement.isOwnPort() ? managementPort() : port();
	}

	/**
	 * A target as it is written for the root, where it really is.
	 */
	String placed(String target) {
		return target.startsWith("/") ? this.placement.mvc() + target : target;
	}

	public ZtTestIssuer issuer() {
		return this.context.getBean(ZtTestIssuer.class);
	}

	public TokenBuilder token() {
		return issuer().token();
	}

	/**
	 * The {@code Authorization} header of a good token.
	 */
	String bearer(String... scopes) {
		return "Authorization: Bearer " + token().scopes(scopes).mint();
	}

	String bearer(BadToken bad, String... scopes) {
		return "Authorization: Bearer " + issuer().mint(bad, scopes);
	}

	Answer get(String target, String... headers) throws IOException {
		return send("GET", target, headers);
	}

	Answer send(String method, String target, String... headers) throws IOException {
		return send(placedPort(), method, placed(target), "", headers);
	}

	/**
	 * Get what a servlet beside the dispatcher servlet serves.
	 */
	Answer beside(String target, String... headers) throws IOException {
		return send(placedPort(), "GET", this.placement.context() + target, "", headers);
	}

	Answer post(String target, String contentType, String body, String... headers) throws IOException {
		String[] all = Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = "Content-Type: " + contentType;
		return send(placedPort(), "POST", placed(target), body, all);
	}

	/**
	 * Send a request exactly as it is written.
	 */
	public static Answer send(int port, String method, String target, String body, String... headers)
			throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return exchange(socket, method, target, body, headers);
		}
	}

	/**
	 * Send a request exactly as it is written, over a connection of one's own.
	 */
	public static Answer exchange(Socket socket, String method, String target, String body, String... headers)
			throws IOException {
		socket.setSoTimeout(20_000);
		int port = socket.getPort();
		StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
		request.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > 0) {
			request.append("Content-Length: ").append(bytes.length).append("\r\n");
		}
		request.append("\r\n");
		// in one piece: Netty answers and closes as soon as it has the headers
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.writeBytes(request.toString().getBytes(StandardCharsets.ISO_8859_1));
		whole.writeBytes(bytes);
		socket.getOutputStream().write(whole.toByteArray());
		socket.getOutputStream().flush();
		return parse(socket.getInputStream().readAllBytes());
	}

	private static Answer parse(byte[] response) throws IOException {
		String text = new String(response, StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		if (end < 0) {
			throw new IOException("no response: " + text);
		}
		String[] lines = text.substring(0, end).split("\r\n");
		Map<String, List<String>> headers = new TreeMap<>();
		for (int i = 1; i < lines.length; i++) {
			int colon = lines[i].indexOf(':');
			headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), (key) -> new ArrayList<>())
				.add(lines[i].substring(colon + 1).trim());
		}
		byte[] body = Arrays.copyOfRange(response, end + 4, response.length);
		boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
		String content = new String(chunked ? unchunk(body) : body, StandardCharsets.UTF_8);
		return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, content);
	}

	private static byte[] unchunk(byte[] body) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		InputStream in = new java.io.ByteArrayInputStream(body);
		StringBuilder size = new StringBuilder();
		for (int c = in.read(); c >= 0; c = in.read()) {
			if (c != '\n') {
				size.append((char) c);
				continue;
			}
			int length = Integer.parseInt(size.toString().trim(), 16);
			size.setLength(0);
			content.write(in.readNBytes(length));
			in.skipNBytes(2);
			if (length == 0) {
				break;
			}
		}
		return content.toByteArray();
	}

	@Override
	public void close() {
		this.context.close();
		BlockingCalls.assertNone();
	}

}
