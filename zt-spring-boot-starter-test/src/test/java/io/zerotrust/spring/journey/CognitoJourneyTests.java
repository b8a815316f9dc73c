package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.zerotrust.spring.test.TokenBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens without an audience, through the decoder that Boot builds: the client is the
 * audience.
 */
@ExtendWith(OutputCaptureExtension.class)
class CognitoJourneyTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	private static final WireMockServer keys = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private static RunningApplication application;

	@BeforeAll
	static void start() throws Exception {
		keys.start();
		application = RunningApplication.start(List.of("zt.provider=cognito", "zt.test.trust-issuer=false",
				"zt.token.keys.cool-down=1s", "!" + JWT + "audiences", "zt.token.audiences=57cbishk4j24pabc1234567890",
				JWT + "issuer-uri=https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ex4mPl3Id",
				JWT + "jwk-set-uri=" + keys.baseUrl() + "/keys"), CalledApi.class);
		keys.stubFor(get("/keys").willReturn(okJson(application.issuer().publicKeys().toString())));
		// they were asked for before there were any
		for (int i = 0; i < 50 && application.get("/scope", bearer(user())).status() == 503; i++) {
			Thread.sleep(100);
		}
	}

	@AfterAll
	static void stop() {
		application.close();
		keys.stop();
	}

	@Test
	void getWhenClientIsTheAudienceThenServed() throws IOException {
		Answer answer = application.get("/scope", bearer(user()));
		assertThat(answer.status()).as("%s", answer).isEqualTo(200);
	}

	@Test
	void getWhenClientIsForeignThenRefusedAndLogSaysWhereItLooked(CapturedOutput output) throws IOException {
		assertInvalid(user().client("9zyxwvut8srqponm7lkjihgf65"), "token.audience");
		assertThat(output)
			.contains("[client_id] is [9zyxwvut8srqponm7lkjihgf65], needed one of [57cbishk4j24pabc1234567890]");
		// what aud says does not count
		assertInvalid(user().client("9zyxwvut8srqponm7lkjihgf65").claim("aud", "57cbishk4j24pabc1234567890"),
				"token.audience");
		assertInvalid(user().without("client_id"), "token.audience");
	}

	@Test
	void getWhenIdTokenOrForeignPoolThenRefused() throws IOException {
		assertInvalid(user().claim("token_use", "id"), "token.id-token");
		assertInvalid(user().claim("iss", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other"),
				"token.issuer");
	}

	private static void assertInvalid(TokenBuilder token, String code) throws IOException {
		Answer answer = application.get("/scope", bearer(token));
		assertThat(answer.status()).as("%s", answer).isEqualTo(401);
		assertThat(answer.code()).isEqualTo(code);
	}

	private static TokenBuilder user() {
		return application.token()
			.without("aud")
			.untyped()
			.client("57cbishk4j24pabc1234567890")
			.scopes("openid", "orders:read")
			.claim("token_use", "access")
			.claim("username", "ada");
	}

	private static String bearer(TokenBuilder token) {
		return "Authorization: Bearer " + token.mint();
	}

}
