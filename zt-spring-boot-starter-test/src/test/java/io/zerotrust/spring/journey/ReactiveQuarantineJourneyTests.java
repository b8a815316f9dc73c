package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.risk.Assessment;
import io.zerotrust.risk.EvidenceGroup;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.risk.quarantine.QuarantineEvent.Change;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Quarantine on WebFlux: by risk, and lifted by an operator over the Actuator.
 */
class ReactiveQuarantineJourneyTests {

	private static final List<String> PROPERTIES = List.of("management.endpoints.web.exposure.include=quarantine",
			"management.endpoint.quarantine.access=unrestricted", "zt.actuator.read-scope=zt:read",
			"zt.actuator.write-scope=zt:write", "zt.risk.device-header=X-Device-Id", "zt.risk.learning=false");

	private static final String PATH = "/actuator/quarantine";

	@Test
	void getWhenRiskContainsThenShutOutUntilAnOperatorReleases() throws IOException {
		try (RunningApplication application = RunningApplication.startReactive(PROPERTIES, Api.class)) {
			String session = "Authorization: Bearer " + application.token().subject("alice").claim("sid", "1").mint();
			String operator = "Authorization: Bearer "
					+ application.token().subject("joe").scopes("zt:read", "zt:write").mint();
			assertRefused(application.get("/foreign", session, "X-Device-Id: a"), 403, "risk.quarantined");
			assertRefused(application.get("/orders", session, "X-Device-Id: a"), 403, "quarantine.active");
			assertThat(application.get("/orders", session, "X-Device-Id: b").status()).isEqualTo(200);
			Answer list = application.get(PATH, operator);
			assertThat(JsonPath.<List<String>>read(list.body(), "$.quarantines[*].cause")).containsExactly("risk");
			String id = JsonPath.read(list.body(), "$.quarantines[0].id");
			assertRefused(application.send("DELETE", PATH + "/" + id, session), 403, "policy.scope-missing");
			assertThat(application.send("DELETE", PATH + "/" + id, operator).status()).isEqualTo(204);
			assertThat(application.get("/orders", session, "X-Device-Id: a").status()).isEqualTo(200);
			String body = "{\"issuer\":\"https://idp.example.com\",\"subject\":\"alice\",\"reason\":\"left\"}";
			assertThat(application.post(PATH, "application/json", body, operator).status()).isEqualTo(200);
			assertRefused(application.get("/orders", session, "X-Device-Id: b"), 403, "quarantine.active");
			Answer odd = application.post(PATH, "application/json", "{\"issuer\":\"x\"}", operator);
			assertThat(odd.status()).isEqualTo(400);
			assertThat(odd.body()).contains("subject is missing");
			assertThat(application.post(PATH, "application/json", "{\"issuer\":", operator).status()).isEqualTo(400);
			assertThat(application.context().getBean(QuarantineApi.Told.class).of("alice"))
				.extracting((event) -> event.change())
				.containsExactly(Change.IMPOSED, Change.RELEASED, Change.IMPOSED);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Controller.class, QuarantineApi.Told.class })
	static class Api {

		@Bean
		RiskSignal foreign() {
			return new Foreign();
		}

	}

	static final class Foreign implements RiskSignal {

		@Override
		public String name() {
			return "foreign";
		}

		@Override
		public EvidenceGroup group() {
			return EvidenceGroup.AUTHORISATION;
		}

		@Override
		public Assessment assess(AccessRequest request) {
			return request.resource().id().endsWith("foreign") ? new Assessment(14, "foreign things")
					: Assessment.silent();
		}

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@AnyAuthenticated(reason = "everybody may")
		Mono<String> orders() {
			return Mono.just("orders");
		}

		@GetMapping("/foreign")
		@AnyAuthenticated(reason = "everybody may")
		Mono<String> foreign() {
			return Mono.just("foreign");
		}

	}

}
