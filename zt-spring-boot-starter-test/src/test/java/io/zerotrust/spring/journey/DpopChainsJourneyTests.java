package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens bound to a key, on filter chains of the application: as they come, opaque, with
 * a resolver, with a converter to a type that Spring does not know.
 */
class DpopChainsJourneyTests {

	private static final ProofKey KEY = ProofKey.create();

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(List.of("zt.limits.address.ignore-failures=true"),
				DpopApi.Chained.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "/own/orders, token.binding-missing", "/opaque/orders, token.binding-missing",
			// the manager of the resolver publishes no events that could say more
			"/resolver/orders, token.invalid" })
	@Tag("D5")
	@Tag("D14")
	@Tag("D16")
	void getThenOnlyWhoProvesTheKeyIsServed(String path, String downgraded) throws IOException {
		String token = token(path);
		Answer answer = application.get(path, KEY.headers("GET", url(path), token));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		Answer replayed = application.get(path, KEY.headers("GET", url("/other"), token));
		assertThat(replayed.code()).as("%s", replayed).isEqualTo("dpop.uri");
		Answer stolen = application.get(path, ProofKey.create().headers("GET", url(path), token));
		assertThat(stolen.code()).isEqualTo("dpop.key-mismatch");
		Answer bearer = application.get(path, "Authorization: Bearer " + token);
		assertThat(bearer.status()).isEqualTo(401);
		assertThat(bearer.code()).isEqualTo(downgraded);
		Answer none = application.get(path);
		assertThat(none.status()).isEqualTo(401);
		assertThat(none.headers().get("www-authenticate")).hasSize(2);
	}

	// Spring sees cnf in its own types alone, and its provider takes no others
	@Test
	@Tag("D16")
	void getWhenConverterMakesAForeignTypeThenNeverServed() throws IOException {
		String token = token("/foreign/orders");
		Answer bearer = application.get("/foreign/orders", "Authorization: Bearer " + token);
		assertThat(bearer.status()).as("%s", bearer).isEqualTo(401);
		assertThat(bearer.code()).isEqualTo("token.binding-missing");
		Answer proven = application.get("/foreign/orders", KEY.headers("GET", url("/foreign/orders"), token));
		assertThat(proven.status()).as("%s", proven).isEqualTo(401);
		assertThat(proven.code()).isEqualTo("token.invalid");
		String unbound = application.token().scopes("orders:read").mint();
		assertThat(application.get("/foreign/orders", "Authorization: Bearer " + unbound).status()).isEqualTo(200);
	}

	@Test
	void postWhenChainHasCsrfProtectionThenProvenTokensNeedNoCsrfToken() throws IOException {
		String token = token("/own/orders");
		Answer answer = application.post("/own/orders", "text/plain", "x",
				KEY.headers("POST", url("/own/orders"), token));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		Answer none = application.post("/own/orders", "text/plain", "x");
		assertThat(none.status()).as("%s", none).isIn(401, 403);
	}

	// Spring would take the header for nothing at all
	@Test
	@Tag("D15")
	void getWhenChainHasNoResourceServerThenNotSilentlyAnonymous() throws IOException {
		assertThat(application.get("/none/catalog").status()).isEqualTo(200);
		Answer answer = application.get("/none/catalog", KEY.headers("GET", url("/none/catalog"), token("")));
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("dpop.off");
	}

	// a token that is not bound stays one
	@Test
	void getWhenBearerAndNotBoundThenServed() throws IOException {
		for (String path : List.of("/own/orders", "/resolver/orders")) {
			assertThat(application.get(path, application.bearer("orders:read")).status()).as(path).isEqualTo(200);
		}
	}

	private static String token(String path) {
		if (path.startsWith("/opaque")) {
			return "opaque." + KEY.confirmation().get("jkt");
		}
		Map<String, Object> confirmation = KEY.confirmation();
		return application.token().scopes("orders:read").claim("cnf", confirmation).mint();
	}

	private static String url(String path) {
		return "http://localhost:" + application.port() + path;
	}

}
