package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.check.Evaluation;
import io.zerotrust.policy.PublicAccess;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The address of callers over a real port. The peer is always 127.0.0.1, which is a
 * trusted proxy or is not.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClientAddressJourneyTests {

	private static final String DENIED = "203.0.113.9";

	private static final String OTHER = "198.51.100.66";

	private static final String[] KINDS = { "X-Forwarded-For: ", "Forwarded: for=", "X-Real-IP: " };

	private static final String FOR = "zt.client-address.source=x-forwarded-for";

	private static final String STANDARD = "zt.client-address.source=forwarded";

	private static final String CONTAINER = "zt.client-address.source=container";

	private static final String TRUSTED = "zt.client-address.trusted-proxies=127.0.0.0/8";

	private static final String FRAMEWORK = "server.forward-headers-strategy=framework";

	/**
	 * What comes in the header, line by line, and the address that is.
	 */
	private static final String VOUCHED = """
			203.0.113.9 -> 203.0.113.9
			198.51.100.66, 203.0.113.9 -> 203.0.113.9
			198.51.100.66 | 203.0.113.9 -> 203.0.113.9
			198.51.100.66, 203.0.113.9:4711,127.0.0.2 -> 203.0.113.9
			203.0.113.9 | 127.0.0.3, 127.0.0.2 -> 203.0.113.9
			::ffff:203.0.113.9 -> 203.0.113.9
			203.0.113.9, 198.51.100.66 -> 198.51.100.66
			203.0.113.9 | 198.51.100.66 -> 198.51.100.66
			203.0.113.9, unknown -> 127.0.0.1
			203.0.113.9 | -> 127.0.0.1
			203.0.113.9, evil.example, 127.0.0.2 -> 127.0.0.2
			203.0.113.9 | [2001:db8::1:0:0:9]:443 -> 2001:db8:0:0:1:0:0:9
			""";

	private static final String VOUCHED_BY_STANDARD = """
			for=203.0.113.9 -> 203.0.113.9
			for=198.51.100.66, for=203.0.113.9;proto=https -> 203.0.113.9
			for=198.51.100.66;x=", For="203.0.113.9:4711" -> 203.0.113.9
			for=198.51.100.66;x=" | For="203.0.113.9:4711" -> 203.0.113.9
			for=203.0.113.9;host="a, for=198.51.100.66" -> 203.0.113.9
			for=203.0.113.9, for="198.51.100.66" -> 198.51.100.66
			for=203.0.113.9, for=_hidden -> 127.0.0.1
			203.0.113.9 -> 127.0.0.1
			""";

	// nobody gets in by another's address, and nobody is locked out by his own
	@ParameterizedTest
	@ValueSource(strings = { "x-forwarded-for", "forwarded", "peer" })
	void getWhenPeerIsNotTrustedThenForgedHeadersChangeNothing(String source, CapturedOutput output)
			throws IOException {
		List<String> properties = new ArrayList<>(List.of("zt.client-address.source=" + source));
		if (!source.equals("peer")) {
			properties.add("zt.client-address.trusted-proxies=10.0.0.0/8");
		}
		try (RunningApplication application = start(properties, "127.0.0.0/8")) {
			assertRefused(application.get("/open"), 403, "network.denied");
			for (String kind : KINDS) {
				assertRefused(application.get("/open", kind + OTHER), 403, "network.denied");
				assertRefused(application.get("/open", kind + "10.0.0.1", kind + OTHER), 403, "network.denied");
			}
			assertThat(output).contains("from=\"127.0.0.1\"").doesNotContain(OTHER, "10.0.0.1");
		}
		try (RunningApplication application = start(properties, DENIED)) {
			for (String kind : KINDS) {
				assertOpen(application.get("/open", kind + DENIED));
			}
		}
	}

	@Test
	void getWhenPeerIsTrustedThenAddressIsTheOneItVouchesFor() throws IOException {
		try (RunningApplication application = start(List.of(FOR, TRUSTED), DENIED)) {
			assertTable(application, VOUCHED, "x-forwarded-for: ", "Forwarded: for=192.0.2.1");
		}
	}

	@Test
	void getWhenStandardHeaderIsNamedThenItAloneCounts() throws IOException {
		try (RunningApplication application = start(List.of(STANDARD, TRUSTED), DENIED)) {
			assertTable(application, VOUCHED_BY_STANDARD, "forwarded: ", "X-Forwarded-For: 192.0.2.1");
		}
	}

	// the filter of the framework takes the headers away and believes the leftmost
	@Test
	void getWhenFrameworkRewritesThenHeaderIsReadAsItCame() throws IOException {
		List<String> headers = List.of("X-Forwarded-For: " + OTHER + ", " + DENIED);
		try (RunningApplication application = start(List.of(FRAMEWORK, FOR, TRUSTED), DENIED)) {
			assertAddress(application, headers, DENIED);
			assertThat(application.get("/seen", "X-Forwarded-For: " + OTHER).body()).isEqualTo(OTHER + " null");
		}
	}

	@Test
	void getWhenFrameworkRewritesAndSourceIsPeerThenHeadersChangeNothing() throws IOException {
		String peer = "zt.client-address.source=peer";
		try (RunningApplication application = start(List.of(FRAMEWORK, peer), "127.0.0.0/8")) {
			assertRefused(application.get("/open", "X-Forwarded-For: " + OTHER), 403, "network.denied");
		}
		try (RunningApplication application = start(List.of(FRAMEWORK, peer), DENIED)) {
			assertOpen(application.get("/open", "X-Forwarded-For: " + DENIED));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			server.forward-headers-strategy=framework | 203.0.113.9, 198.51.100.66 | 203.0.113.9
			server.forward-headers-strategy=native    | 198.51.100.66, 203.0.113.9 | 203.0.113.9
			spring.main.cloud-platform=kubernetes     | 198.51.100.66, 203.0.113.9 | 203.0.113.9
			spring.main.cloud-platform=kubernetes     | 203.0.113.9, 198.51.100.66 | 198.51.100.66
			""")
	void getWhenContainerIsTrustedThenItsAddressCounts(String property, String forwarded, String address)
			throws IOException {
		try (RunningApplication application = start(List.of(property, CONTAINER), DENIED)) {
			assertAddress(application, List.of("X-Forwarded-For: " + forwarded), address);
		}
	}

	// Tomcat's valve puts any text in the place of the address; who has none is refused
	@Test
	void getWhenContainerSaysNoAddressThenRefusedWhereNetworksAreBlocked(CapturedOutput output) throws IOException {
		try (RunningApplication application = start(List.of("server.forward-headers-strategy=native", CONTAINER),
				DENIED)) {
			for (String text : List.of("unknown", "evil.example", "evil.example:80", "_hidden")) {
				assertRefused(application.get("/open", "X-Forwarded-For: " + text), 403, "network.denied");
			}
			assertThat(output).contains("why=\"the address of the caller is unknown\"").doesNotContain("evil.example");
			assertOpen(application.get("/open"));
		}
	}

	@Test
	void getWhenOnManagementPortThenSameAddress(CapturedOutput output) throws IOException {
		List<String> properties = List.of(FOR, TRUSTED, "management.server.port=0", FRAMEWORK);
		try (RunningApplication application = start(properties, DENIED)) {
			int port = application.managementPort();
			String path = "/actuator/health";
			assertThat(RunningApplication.send(port, "GET", path, "").status()).isEqualTo(200);
			assertRefused(RunningApplication.send(port, "GET", path, "", "X-Forwarded-For: " + OTHER + "," + DENIED),
					403, "network.denied");
			assertThat(output).contains("from=\"" + DENIED + "\"");
			assertThat(
					RunningApplication.send(port, "GET", path, "", "X-Forwarded-For: " + DENIED + "," + OTHER).status())
				.isEqualTo(200);
			assertThat(RunningApplication.send(port, "GET", path, "", "Forwarded: for=" + DENIED).status())
				.isEqualTo(200);
		}
	}

	private static void assertTable(RunningApplication application, String table, String header, String other)
			throws IOException {
		for (String row : table.lines().toList()) {
			int arrow = row.lastIndexOf("-> ");
			List<String> headers = new ArrayList<>(List.of(other, "X-Real-IP: 192.0.2.1"));
			for (String line : row.substring(0, arrow).split("\\|")) {
				headers.add(header + line.strip());
			}
			assertAddress(application, headers, row.substring(arrow + 3));
		}
	}

	/**
	 * Send headers to an endpoint that only the blocked address does not reach.
	 */
	private static void assertAddress(RunningApplication application, List<String> headers, String address)
			throws IOException {
		Answer answer = application.get("/open", headers.toArray(String[]::new));
		assertThat(application.context().getBean(LastAddress.class).address).as("%s", headers).isEqualTo(address);
		if (address.equals(DENIED)) {
			assertRefused(answer, 403, "network.denied");
		}
		else {
			assertOpen(answer);
		}
	}

	private static void assertOpen(Answer answer) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("open");
	}

	private static RunningApplication start(List<String> properties, String denied) {
		List<String> all = new ArrayList<>(properties);
		all.add("zt.risk.denied-networks=" + denied);
		return RunningApplication.start(all, Api.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, LastAddress.class })
	static class Api {

	}

	static class LastAddress implements AuditSink {

		private volatile String address = "";

		@Override
		public void accept(Evaluation evaluation) {
			InetAddress client = evaluation.request().context().client();
			this.address = (client != null) ? client.getHostAddress() : "";
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/open")
		@PublicAccess(reason = "everybody may look")
		String open() {
			return "open";
		}

		@GetMapping("/seen")
		@PublicAccess(reason = "everybody may look")
		String seen(HttpServletRequest request) {
			return request.getRemoteAddr() + " " + request.getHeader("X-Forwarded-For");
		}

	}

}
