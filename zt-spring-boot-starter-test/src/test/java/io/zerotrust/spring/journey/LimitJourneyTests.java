package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

import io.zerotrust.posture.ObserveReport;
import io.zerotrust.ratelimit.LimitUsage;
import io.zerotrust.ratelimit.Limits;
import io.zerotrust.spring.MovableClock;
import io.zerotrust.spring.test.BadToken;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits over a real port, on a clock that is moved.
 */
@ExtendWith(OutputCaptureExtension.class)
class LimitJourneyTests {

	private static final String COUNTED = "zt.limits.address.ignore-failures=false";

	private static final String FIVE_FAILURES = "zt.limits.address.failures.permits=5";

	private static final String SUBJECTS = "zt.limits.subject.requests.permits=3";

	private static final String ADDRESSES = "zt.limits.address.requests.permits=10";

	private static final List<String> BEHIND_PROXY = List.of(COUNTED, FIVE_FAILURES,
			"zt.client-address.source=x-forwarded-for", "zt.client-address.trusted-proxies=127.0.0.0/8");

	private static final String ATTACKER = "X-Forwarded-For: 203.0.113.9";

	private static final String OTHER = "X-Forwarded-For: 198.51.100.66";

	private static final String[] PRE_FLIGHT = { "Origin: https://spa.example", "Access-Control-Request-Method: GET",
			ATTACKER };

	private static final String READ = "orders:read";

	@Test
	void getWhenTokensAreForgedThenAddressIsRefusedUntilTheWindowMovesOn(CapturedOutput output) throws IOException {
		try (RunningApplication application = start(BEHIND_PROXY)) {
			String forged = application.bearer(BadToken.FOREIGN_KEY_SAME_KID, READ);
			for (int i = 0; i < 5; i++) {
				assertRefused(application.get("/orders", forged, ATTACKER), 401, "token.signature");
			}
			Answer refused = application.get("/orders", forged, ATTACKER);
			assertRefused(refused, 429, "limit.address-failures");
			assertThat(refused.header("Retry-After")).isEqualTo("12");
			assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address-failures\";q=5;w=60");
			assertThat(refused.header("RateLimit")).isEqualTo("\"address-failures\";r=0;t=12");
			assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
			assertThat(refused.header("WWW-Authenticate")).isNull();
			assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(refused.body())
				.contains("\"type\":\"https://iana.org/assignments/http-problem-types#quota-exceeded\"",
						"\"status\":429", "\"violated-policies\":[\"address-failures\"]")
				.doesNotContain("203.0.113.9");
			// a good token from there waits too; from elsewhere nobody does
			assertRefused(application.get("/orders", application.bearer(READ), ATTACKER), 429,
					"limit.address-failures");
			assertRefused(application.get("/open", ATTACKER), 429, "limit.address-failures");
			assertThat(application.get("/orders", application.bearer(READ), OTHER).status()).isEqualTo(200);
			assertRefused(application.get("/orders", forged, OTHER), 401, "token.signature");
			// a line the first time, not one a request
			assertThat(output.toString().lines().filter((line) -> line.contains("code=limit.address-failures")))
				.hasSize(1)
				.allMatch((line) -> line.contains("gate=ARRIVAL") && line.contains("from=\"203.0.113.9\""));
			move(application, Duration.ofSeconds(11));
			assertRefused(application.get("/orders", forged, ATTACKER), 429, "limit.address-failures");
			move(application, Duration.ofSeconds(1));
			assertRefused(application.get("/orders", forged, ATTACKER), 401, "token.signature");
			assertRefused(application.get("/orders", forged, ATTACKER), 429, "limit.address-failures");
			move(application, Duration.ofSeconds(60));
			for (int i = 0; i < 5; i++) {
				assertRefused(application.get("/orders", forged, ATTACKER), 401, "token.signature");
			}
			assertRefused(application.get("/orders", forged, ATTACKER), 429, "limit.address-failures");
		}
	}

	@Test
	void getWhenAddressIsForgedThenNoNewBucket() throws IOException {
		try (RunningApplication application = start(BEHIND_PROXY)) {
			for (int i = 0; i < 5; i++) {
				assertRefused(
						application.get("/orders", application.bearer(BadToken.EXPIRED), "Forwarded: for=10.0.0.1",
								"X-Real-IP: 10.0.0.1", "X-Forwarded-For: 10.0.0." + i + ", 203.0.113.9"),
						401, "token.expired");
			}
			assertRefused(application.get("/orders", "X-Forwarded-For: 10.0.0.9, 203.0.113.9"), 429,
					"limit.address-failures");
			assertThat(usage(application, "address-failures").tracked()).isOne();
		}
	}

	@Test
	void sendThenOnlyWhatIsPresentedInVainIsCharged() throws IOException {
		try (RunningApplication application = start(BEHIND_PROXY)) {
			String good = application.bearer();
			for (int i = 0; i < 10; i++) {
				assertRefused(application.get("/orders", ATTACKER), 401, "subject.missing");
				assertRefused(application.get("/orders", good, ATTACKER), 403, "policy.scope-missing");
				assertThat(application.get("/bad", ATTACKER).status()).isEqualTo(400);
				assertThat(application.get("/bad", good, ATTACKER).status()).isEqualTo(400);
				assertThat(application.get("/nothing", good, ATTACKER).status()).isEqualTo(404);
				assertThat(application.get("/boom", application.bearer(READ), ATTACKER).status()).isEqualTo(500);
				assertThat(application.get("/lenient", ATTACKER).status()).isEqualTo(200);
			}
			assertThat(usage(application, "address-failures").tracked()).isZero();
			assertRefused(application.get("/orders;a=b", ATTACKER), 400, "request.rejected");
			assertRefused(application.get("/orders", good, good, ATTACKER), 400, "credential.ambiguous");
			assertRefused(application.get("/open", application.bearer(BadToken.NOT_A_JWT), ATTACKER), 401,
					"token.malformed");
			assertThat(application.get("/lenient", "Authorization: Bearer x", ATTACKER).status()).isEqualTo(200);
			assertRefused(application.get("/orders", application.bearer(BadToken.FOREIGN_AUDIENCE), ATTACKER), 401,
					"token.audience");
			assertRefused(application.get("/orders", application.bearer(READ), ATTACKER), 429,
					"limit.address-failures");
		}
	}

	// however a forged token comes, it is counted
	@Test
	void sendWhenForgedTokenIsDressedUpThenCountedAllTheSame() throws IOException {
		List<String> properties = with(BEHIND_PROXY, "management.endpoints.web.exposure.include=health,zerotrust");
		try (RunningApplication application = start(properties)) {
			String token = application.bearer(BadToken.FOREIGN_KEY_SAME_KID, READ)
				.substring("Authorization: ".length());
			String jwt = token.substring("Bearer ".length());
			String own = "http://localhost:" + application.port() + "/orders";
			int caller = 0;
			for (String target : List.of("/orders", "/nothing", "/", "/favicon.ico", "/error", "/actuator",
					"/actuator/health", "/actuator/zerotrust/policy", "/%6frders", "//orders", "/orders/", own,
					"/orders?x=%00", "/forward", "/async", "/lenient", "/open", "/orders/../open")) {
				assertCounted(application, "GET", target, caller++, "Authorization: " + token);
			}
			for (String method : List.of("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "INVENTED", "get")) {
				assertCounted(application, method, "/orders", caller++, "Authorization: " + token);
			}
			for (String authorization : List.of("bearer " + jwt, "BEARER " + jwt, "Bearer " + jwt + "=", "Bearer",
					"Bearer  " + jwt, "Bearer a b")) {
				assertCounted(application, "GET", "/orders", caller++, "Authorization: " + authorization);
			}
			assertCounted(application, "GET", "/orders", caller++, "Authorization: " + token, "Accept: text/html",
					"Origin: https://evil.example", "Sec-Fetch-Site: cross-site", "X-Requested-With: XMLHttpRequest");
			assertCounted(application, "GET", "/orders", caller++, "Authorization: " + token,
					"X-HTTP-Method-Override: OPTIONS", "Access-Control-Request-Method: GET", "Upgrade: websocket",
					"Connection: Upgrade");
		}
	}

	private static void assertCounted(RunningApplication application, String method, String target, int caller,
			String... headers) throws IOException {
		String[] all = with(headers, "X-Forwarded-For: 203.0.113." + caller);
		for (int i = 0; i < 5; i++) {
			assertThat(application.send(method, target, all).status()).as("%s %s %s", method, target, headers[0])
				.isNotEqualTo(429);
		}
		// what the firewall rejects comes to no gate, so another request tells
		String dressed = method + " " + target + " " + headers[0];
		assertThat(application.get("/open", all[all.length - 1]).status()).as(dressed).isEqualTo(429);
	}

	@Test
	void sendWhenPreFlightThenNeitherRefusedNorCharged() throws IOException {
		for (Class<?> chain : List.of(LimitApi.class, WithoutCors.class)) {
			try (RunningApplication application = RunningApplication.start(with(BEHIND_PROXY, ADDRESSES), chain)) {
				for (int i = 0; i < 20; i++) {
					assertSilent(application.send("OPTIONS", "/orders", PRE_FLIGHT), 200);
				}
				assertThat(usage(application, "address-failures").tracked()).isZero();
				assertThat(usage(application, "address-requests").tracked()).isZero();
			}
		}
	}

	// a page elsewhere shows pictures from where the firewall rejects
	@Test
	void sendWhenAnotherSiteMakesBrowserSendWhatIsRejectedThenNotCharged() throws IOException {
		try (RunningApplication application = start(BEHIND_PROXY)) {
			for (String site : List.of("cross-site", "same-site")) {
				for (int i = 0; i < 10; i++) {
					assertRefused(application.get("/orders;a=b", "Sec-Fetch-Site: " + site, ATTACKER), 400,
							"request.rejected");
				}
			}
			assertThat(usage(application, "address-failures").tracked()).isZero();
			// what a page cannot make a browser send counts, whatever the header says
			String forged = application.bearer(BadToken.FOREIGN_KEY_SAME_KID);
			for (String site : List.of("same-origin", "none", "", "Cross-Site, none", "cross-site")) {
				String target = site.equals("cross-site") ? "/orders" : "/orders;a=b";
				assertThat(application.get(target, "Sec-Fetch-Site: " + site, forged, ATTACKER).status()).isIn(400,
						401);
			}
			assertRefused(application.get("/open", ATTACKER), 429, "limit.address-failures");
		}
	}

	// a subject over an observed limit goes on; what the handler answers is its business
	@Test
	void getWhenSubjectLimitIsObservedThenHandlersOwnAnswerIsNotCharged() throws IOException {
		List<String> properties = with(with(BEHIND_PROXY, SUBJECTS), "zt.checks[limit.subject].mode=observe");
		try (RunningApplication application = start(properties)) {
			String good = application.bearer(READ);
			for (int i = 0; i < 20; i++) {
				assertThat(application.get("/bad", good, ATTACKER).status()).isEqualTo(400);
			}
			assertThat(usage(application, "address-failures").tracked()).isZero();
			assertRefused(application.get("/orders", application.bearer(BadToken.EXPIRED), ATTACKER), 401,
					"token.expired");
			assertThat(usage(application, "address-failures").tracked()).isOne();
		}
	}

	// no browser puts a cookie on a pre-flight either
	@Test
	void sendWhenPreFlightBringsCookieThenItIsNone() throws IOException {
		try (RunningApplication application = RunningApplication.start(BEHIND_PROXY, TokenInCookie.class)) {
			String token = application.bearer(BadToken.FOREIGN_KEY_SAME_KID)
				.substring("Authorization: Bearer ".length());
			String[] forged = with(PRE_FLIGHT, "Cookie: token=" + token);
			for (int i = 0; i < 5; i++) {
				assertRefused(application.send("OPTIONS", "/orders", forged), 401, "token.signature");
			}
			assertRefused(application.send("OPTIONS", "/orders", forged), 429, "limit.address-failures");
			assertThat(application.send("OPTIONS", "/orders", PRE_FLIGHT).status()).isEqualTo(200);
		}
	}

	@Test
	void getWhenAnotherOriginIsRefusedThenItMayReadWhy() throws IOException {
		List<String> properties = List.of("zt.limits.address.requests.permits=1");
		try (RunningApplication application = RunningApplication.start(properties, Shared.class)) {
			String origin = "Origin: https://spa.example";
			Answer served = application.get("/open", origin);
			assertLeft(served, 200, "\"address-requests\";r=0;t=60");
			assertThat(served.header("Access-Control-Expose-Headers")).isEqualTo("Retry-After, RateLimit");
			Answer refused = application.get("/open", origin);
			assertRefused(refused, 429, "limit.address-requests");
			assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://spa.example");
			assertThat(refused.header("Access-Control-Expose-Headers")).isEqualTo("Retry-After, RateLimit");
		}
	}

	@Test
	void sendWhenPreFlightIsRefusedByTheChainThenNotCharged() throws IOException {
		try (RunningApplication application = RunningApplication.start(with(BEHIND_PROXY, ADDRESSES), Closed.class)) {
			for (int i = 0; i < 20; i++) {
				assertSilent(application.send("OPTIONS", "/orders", PRE_FLIGHT), 401);
			}
			assertThat(usage(application, "address-failures").tracked()).isZero();
		}
	}

	// a browser's pre-flight has no credential; one that has would be verified uncounted
	@Test
	void sendWhenPreFlightBringsTokenThenItIsNone() throws IOException {
		try (RunningApplication application = RunningApplication.start(BEHIND_PROXY, WithoutCors.class)) {
			String[] forged = with(PRE_FLIGHT, application.bearer(BadToken.FOREIGN_KEY_SAME_KID));
			for (int i = 0; i < 5; i++) {
				assertRefused(application.send("OPTIONS", "/orders", forged), 401, "token.signature");
			}
			assertRefused(application.send("OPTIONS", "/orders", forged), 429, "limit.address-failures");
			assertThat(application.send("OPTIONS", "/orders", PRE_FLIGHT).status()).isEqualTo(200);
		}
	}

	@Test
	void sendWhenAddressAsksTooOftenThenCountedDownAndRefused() throws IOException {
		try (RunningApplication application = start(List.of(ADDRESSES))) {
			assertLeft(application.get("/open"), 200, "\"address-requests\";r=9;t=6");
			assertLeft(application.send("HEAD", "/open"), 200, "\"address-requests\";r=8;t=12");
			assertLeft(application.send("OPTIONS", "/open"), 401, "\"address-requests\";r=7;t=18");
			assertLeft(application.get("/orders"), 401, "\"address-requests\";r=6;t=24");
			assertLeft(application.get("/nothing", application.bearer()), 404, "\"address-requests\";r=5;t=30");
			assertLeft(application.get("/orders", application.bearer(BadToken.EXPIRED)), 401,
					"\"address-requests\";r=4;t=36");
			// charged once, whatever it is dispatched to
			assertLeft(application.get("/boom", application.bearer(READ)), 500, null);
			assertLeft(application.get("/async", application.bearer(READ)), 200, "\"address-requests\";r=2;t=48");
			assertLeft(application.get("/forward", application.bearer(READ)), 200, "\"address-requests\";r=1;t=54");
			Answer last = application.get("/open");
			assertLeft(last, 200, "\"address-requests\";r=0;t=6");
			assertThat(last.header("RateLimit-Policy")).isEqualTo("\"address-requests\";q=10;w=60");
			Answer refused = application.get("/open");
			assertRefused(refused, 429, "limit.address-requests");
			assertThat(refused.header("Retry-After")).isEqualTo("6");
			assertRefused(application.send("HEAD", "/open"), 429, "");
			move(application, Duration.ofSeconds(6));
			assertThat(application.get("/open").status()).isEqualTo(200);
			assertRefused(application.get("/open"), 429, "limit.address-requests");
		}
	}

	@Test
	void getWhenSubjectAsksTooOftenThenCountedDownAndRefused() throws IOException {
		try (RunningApplication application = start(List.of(SUBJECTS, ADDRESSES))) {
			Answer first = application.get("/orders", application.bearer(READ));
			assertThat(first.header("RateLimit-Policy"))
				.isEqualTo("\"address-requests\";q=10;w=60, \"subject-requests\";q=3;w=60");
			assertLeft(first, 200, "\"address-requests\";r=9;t=6, \"subject-requests\";r=2;t=20");
			// another token of the same subject
			assertLeft(application.get("/orders", application.bearer(READ, "more")), 200,
					"\"address-requests\";r=8;t=12, \"subject-requests\";r=1;t=40");
			assertLeft(application.get("/orders", application.bearer()), 403, "\"address-requests\";r=7;t=18");
			Answer refused = application.get("/orders", application.bearer(READ));
			assertRefused(refused, 429, "limit.subject-requests");
			assertThat(refused.header("Retry-After")).isEqualTo("20");
			assertLeft(refused, 429, "\"subject-requests\";r=0;t=20");
			assertThat(refused.body()).contains("\"violated-policies\":[\"subject-requests\"]");
			String bob = "Authorization: Bearer " + application.token().subject("bob").scopes(READ).mint();
			assertLeft(application.get("/orders", bob), 200,
					"\"address-requests\";r=5;t=30, \"subject-requests\";r=2;t=20");
			assertLeft(application.get("/open"), 200, "\"address-requests\";r=4;t=36");
			move(application, Duration.ofSeconds(20));
			assertThat(application.get("/orders", application.bearer(READ)).status()).isEqualTo(200);
		}
	}

	@Test
	void sendWhenDispatchedElsewhereThenSubjectIsChargedOnce() throws IOException {
		try (RunningApplication application = start(List.of("zt.limits.subject.requests.permits=60"))) {
			assertLeft(application.get("/forward", application.bearer(READ)), 200, "\"subject-requests\";r=59;t=1");
			assertLeft(application.get("/async", application.bearer(READ)), 200, "\"subject-requests\";r=58;t=2");
			assertLeft(application.post("/form", "application/x-www-form-urlencoded", "kind=order",
					application.bearer(READ)), 200, "\"subject-requests\";r=57;t=3");
			assertThat(application.get("/boom", application.bearer(READ)).status()).isEqualTo(500);
			assertLeft(application.get("/orders", application.bearer(READ)), 200, "\"subject-requests\";r=55;t=5");
		}
	}

	@Test
	void getWhenObservedThenCountsAndSaysNothing(CapturedOutput output) throws IOException {
		List<String> properties = List.of("zt.mode=observe", COUNTED, FIVE_FAILURES, SUBJECTS, ADDRESSES);
		try (RunningApplication application = start(properties)) {
			String plain = "Authorization: Bearer " + application.token().type("JWT").scopes(READ).mint();
			for (int i = 0; i < 6; i++) {
				assertSilent(application.get("/orders", plain), 200);
			}
			String forged = application.bearer(BadToken.FOREIGN_KEY);
			for (int i = 0; i < 7; i++) {
				assertSilent(application.get("/orders", forged), 401);
			}
			List<ObserveReport.Row> rows = application.context().getBean(ObserveReport.class).rows();
			assertThat(rows).anyMatch((row) -> row.code().equals("limit.subject-requests") && row.count() == 3)
				.anyMatch((row) -> row.code().equals("limit.address-failures") && row.count() == 2);
		}
	}

	@Test
	void getWhenCheckIsObservedThenItsLimitIsNotTold() throws IOException {
		List<String> properties = List.of("zt.checks[limit.subject].mode=observe", SUBJECTS, ADDRESSES);
		try (RunningApplication application = start(properties)) {
			for (int i = 0; i < 5; i++) {
				Answer answer = application.get("/orders", application.bearer(READ));
				assertThat(answer.status()).isEqualTo(200);
				assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address-requests\";q=10;w=60");
			}
		}
	}

	@Test
	void getWhenOnManagementPortThenSameBuckets() throws IOException {
		List<String> properties = with(BEHIND_PROXY, "management.server.port=0");
		try (RunningApplication application = start(properties)) {
			int port = application.managementPort();
			for (int i = 0; i < 5; i++) {
				assertThat(RunningApplication
					.send(port, "GET", "/actuator/info", "", ATTACKER, application.bearer(BadToken.FOREIGN_KEY))
					.status()).isEqualTo(401);
			}
			assertRefused(RunningApplication.send(port, "GET", "/actuator/health", "", ATTACKER), 429,
					"limit.address-failures");
			assertRefused(application.get("/open", ATTACKER), 429, "limit.address-failures");
			assertThat(RunningApplication.send(port, "GET", "/actuator/health", "", OTHER).status()).isEqualTo(200);
		}
	}

	@Test
	void getWhenNothingIsSetThenTestKitAloneLetsAddressesFail() throws IOException {
		try (RunningApplication application = start(List.of())) {
			for (int i = 0; i < 101; i++) {
				assertThat(application.get("/orders", "Authorization: Bearer x").status()).isEqualTo(401);
			}
			assertThat(application.context().getBean(Limits.class).usage()).isEmpty();
		}
		try (RunningApplication application = start(List.of(COUNTED))) {
			for (int i = 0; i < 100; i++) {
				assertThat(application.get("/orders", "Authorization: Bearer x").status()).isEqualTo(401);
			}
			assertRefused(application.get("/orders", "Authorization: Bearer x"), 429, "limit.address-failures");
		}
	}

	private static void assertLeft(Answer answer, int status, @Nullable String left) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		if (left != null) {
			assertThat(answer.header("RateLimit")).as("%s", answer).isEqualTo(left);
		}
	}

	private static void assertSilent(Answer answer, int status) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.headers()).doesNotContainKeys("ratelimit", "ratelimit-policy", "retry-after");
	}

	private static LimitUsage usage(RunningApplication application, String limit) {
		return application.context()
			.getBean(Limits.class)
			.usage()
			.stream()
			.filter((row) -> row.limit().equals(limit))
			.findFirst()
			.orElseThrow();
	}

	private static void move(RunningApplication application, Duration by) {
		application.context().getBean(MovableClock.class).move(by);
	}

	private static List<String> with(List<String> properties, String more) {
		List<String> all = new ArrayList<>(properties);
		all.add(more);
		return all;
	}

	private static String[] with(String[] headers, String more) {
		return with(List.of(headers), more).toArray(String[]::new);
	}

	private static RunningApplication start(List<String> properties) {
		return RunningApplication.start(properties, LimitApi.class);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(LimitApi.class)
	static class WithoutCors {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.cors(AbstractHttpConfigurer::disable)
				.csrf(AbstractHttpConfigurer::disable)
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(LimitApi.class)
	static class Closed {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.cors(AbstractHttpConfigurer::disable)
				.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((rules) -> rules.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(LimitApi.class)
	static class TokenInCookie {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.cors(AbstractHttpConfigurer::disable)
				.csrf(AbstractHttpConfigurer::disable)
				.oauth2ResourceServer(
						(server) -> server.bearerTokenResolver(TokenInCookie::token).jwt(Customizer.withDefaults()))
				.build();
		}

		private static @Nullable String token(HttpServletRequest request) {
			Cookie cookie = WebUtils.getCookie(request, "token");
			return (cookie != null) ? cookie.getValue() : null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(LimitApi.class)
	static class Shared implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**").allowedOrigins("https://spa.example").exposedHeaders("Retry-After", "RateLimit");
		}

	}

}
