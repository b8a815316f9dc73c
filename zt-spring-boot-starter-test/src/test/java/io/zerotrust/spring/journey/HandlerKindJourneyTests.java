package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything MVC can map that is not a plain controller method.
 */
@ParameterizedClass
@EnumSource(mode = Mode.MATCH_NONE, names = "MANAGEMENT_PORT.*")
class HandlerKindJourneyTests {

	private static final String MULTIPART = "multipart/form-data; boundary=b";

	private static final String PARTS = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
			+ "content\r\n--b--\r\n";

	private static RunningApplication application;

	HandlerKindJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.start(placement,
				List.of("zt.uncovered=deny", "zt.public-resources=/listed/**,/,/index.html",
						"spring.web.resources.static-locations=classpath:/journey-static/",
						"spring.mvc.apiversion.default=1", "spring.mvc.apiversion.use.header=API-Version",
						"spring.mvc.apiversion.supported=1,2,3", "spring.servlet.multipart.file-size-threshold=0"),
				HandlerKindsApi.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/unlisted.txt", "/listed.txt", "/listed%2f..%2funlisted.txt" })
	void getWhenResourceUnlistedThenNotThere(String path) throws IOException {
		Answer anonymous = application.get(path);
		assertThat(anonymous.status()).as("%s", anonymous).isIn(400, 401);
		assertThat(anonymous.body()).doesNotContain("content of");
		Answer known = application.get(path, application.bearer());
		assertThat(known.status()).as("%s", known).isIn(400, 404);
		assertThat(known.body()).doesNotContain("content of");
	}

	@Test
	void getWhenResourceListedThenServed() throws IOException {
		assertThat(application.get("/listed/a.txt").body()).contains("content of a");
		assertThat(application.get("/listed/a.txt", application.bearer()).status()).isEqualTo(200);
		assertThat(application.get("/listed/none.txt").status()).isEqualTo(404);
	}

	@Test
	void getWhenWelcomePageListedThenServed() throws IOException {
		Answer answer = application.get("/");
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		assertThat(answer.body()).contains("content of index");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fn", "/nested/fn", "/filtered/fn", "/deep/er/fn" })
	void getWhenRouteRuledThenRuleOfItsBeanMethodHolds(String path) throws IOException {
		if (path.lastIndexOf('/') > 0 && !application.placement().servlet().isEmpty()) {
			// Spring cannot nest routes under a servlet path
			assertRefused(application.get(path), 401, "subject.missing");
			application.get(path, application.bearer());
			assertThat(Ran.take()).isEmpty();
			return;
		}
		assertRefused(application.get(path), 401, "subject.missing");
		assertRefused(application.get(path, application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get(path, application.bearer("fn")).status()).isEqualTo(200);
		assertThat(Ran.take()).contains("fn");
	}

	@Test
	void getWhenRouteUnruledThenRefused() throws IOException {
		assertRefused(application.get("/unruled"), 401, "subject.missing");
		assertRefused(application.get("/unruled", application.bearer("fn")), 403, "policy.uncovered");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void getWhenRouteServesResourcesThenRuleOfItsBeanMethodHolds() throws IOException {
		assertRefused(application.get("/fn-files/unlisted.txt"), 401, "subject.missing");
		assertRefused(application.get("/fn-files/unlisted.txt", application.bearer()), 403, "policy.scope-missing");
		assertThat(application.get("/fn-files/unlisted.txt", application.bearer("fn")).body())
			.contains("content of unlisted");
	}

	@Test
	void getWhenHttpExchangeInterfaceThenItsRuleHolds() throws IOException {
		assertRefused(application.get("/exchange/1"), 401, "subject.missing");
		assertRefused(application.get("/exchange/1", application.bearer()), 403, "policy.scope-missing");
		assertThat(application.get("/exchange/1", application.bearer("exchange")).body()).isEqualTo("exchange");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, -, 200, -", "1, -, 200, -", "2, -, 401, subject.missing", "3, -, 401, subject.missing",
					"2, fn, 403, policy.scope-missing", "2, v2, 200, -", "2.0, -, 401, subject.missing",
					"3, v2, 403, policy.scope-missing", "3, v3, 200, -", "9, -, 401, subject.missing", "9, v3, 400, -",
					"x, -, 401, subject.missing", "x, v3, 400, -" })
	void getWhenVersionedThenRuleOfThatVersionHolds(String version, String scope, int status, String code)
			throws IOException {
		String[] headers = new String[] { (version != null) ? "API-Version: " + version : "X-None: 1",
				(scope != null) ? application.bearer(scope) : "X-Nobody: 1" };
		assertRefused(application.get("/versioned", headers), status, (code != null) ? code : "");
		assertThat(Ran.take()).isSubsetOf("v1", (scope != null) ? scope : "v1");
	}

	@Test
	void postWhenMultipartRefusedThenNoPartIsParsed() throws IOException {
		assertRefused(application.post("/upload", MULTIPART, PARTS), 401, "subject.missing");
		assertRefused(application.post("/upload", MULTIPART, PARTS, application.bearer()), 403, "policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		Answer served = application.post("/upload", MULTIPART, PARTS, application.bearer("upload"));
		assertThat(served.body()).as("%s", served).isEqualTo("content");
		assertThat(Ran.take()).containsExactly("parsed", "upload");
	}

	@Test
	void postWhenRefusedThenBodyIsNotAwaited() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
			socket.setSoTimeout(5000);
			String head = "POST " + application.placed("/upload") + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
					+ MULTIPART + "\r\nContent-Length: 1000000\r\n\r\n";
			socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
			byte[] status = socket.getInputStream().readNBytes(12);
			assertThat(new String(status, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 401");
		}
		assertThat(Ran.take()).isEmpty();
	}

}
