package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions and passwords beside tokens, and tokens that an endpoint does not care for.
 */
class MixedCredentialsJourneyTests {

	private static final String PASSWORD = "Authorization: Basic dXNlcjpwYXNz";

	private static RunningApplication application;

	private static String session;

	@BeforeAll
	static void start() throws IOException {
		application = RunningApplication.start(MixedApi.class);
		Answer login = application.post("/login", "application/x-www-form-urlencoded", "username=user&password=pass");
		String cookie = login.header("Set-Cookie");
		assertThat(cookie).as("%s", login).isNotNull();
		session = "Cookie: " + cookie.substring(0, cookie.indexOf(';'));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenSessionOnlyThenServedOnPublicEndpointsAlone() throws IOException {
		assertThat(application.get("/catalog", session).body()).isEqualTo("user");
		assertRefused(application.get("/me", session), 401, "credential.unsupported");
		assertRefused(application.get("/admin", session), 401, "credential.unsupported");
	}

	@Test
	void getWhenPasswordOnlyThenServedOnPublicEndpointsAlone() throws IOException {
		assertThat(application.get("/catalog", PASSWORD).body()).isEqualTo("user");
		assertRefused(application.get("/me", PASSWORD), 401, "credential.unsupported");
	}

	// Spring adds up the authorities of session and token
	@Test
	void getWhenTokenOnTopOfSessionThenMixed() throws IOException {
		String token = application.bearer();
		assertRefused(application.get("/admin", token), 403, "policy.role-missing");
		for (String path : List.of("/admin", "/me", "/catalog")) {
			assertRefused(application.get(path, session, token), 400, "credential.mixed");
		}
		assertRefused(application.get("/me", session, application.bearer(BadToken.EXPIRED)), 400, "credential.mixed");
	}

	@Test
	void getWhenTokenInHeaderOfTheApplicationsOwnOnTopOfSessionThenMixed() throws IOException {
		String token = "X-Token: Bearer " + application.token().mint();
		assertThat(application.get("/own/me", token).status()).isEqualTo(200);
		assertRefused(application.get("/own/admin", token), 403, "policy.role-missing");
		assertRefused(application.get("/own/me", session, token), 400, "credential.mixed");
		assertRefused(application.get("/own/admin", session, token), 400, "credential.mixed");
	}

	@Test
	void getWhenTokenFromParameterOnTopOfOtherAuthenticationThenMixed() throws IOException {
		String token = application.token().scopes("a").mint();
		assertRefused(application.get("/gateway/admin", "Authorization: Bearer " + token), 400, "credential.mixed");
		assertRefused(application.get("/gateway/admin?access_token=" + token), 400, "credential.mixed");
	}

	@ParameterizedTest
	@EnumSource
	@Tag("B8")
	void getWhenBadTokenIgnoredThenAnonymousThereAndNowhereElse(BadToken bad) throws IOException {
		String header = application.bearer(bad);
		for (String path : List.of("/banner", "/banner/fn")) {
			Answer answer = application.get(path, header);
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			assertThat(answer.body()).isEqualTo("anonymous");
		}
		for (String path : List.of("/catalog", "/catalog/fn", "/me", "/nothing", "/banner/", "/Banner",
				"/banner/../me")) {
			Answer answer = application.get(path, header);
			assertThat(answer.status()).as("%s %s", path, answer).isIn(400, 401);
			assertThat(answer.code()).isNotEmpty();
		}
	}

	@Test
	void getWhenTokenIgnoredThenGoodOneIsDroppedToo() throws IOException {
		assertThat(application.get("/banner", application.bearer()).body()).isEqualTo("anonymous");
		assertThat(application.get("/catalog", application.bearer()).body()).isEqualTo("user");
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
	}

}
