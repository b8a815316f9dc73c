package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring's filter that takes the method from a form: the rule of the method holds that
 * comes out of it. A management port has no such filter.
 */
@ParameterizedClass
@EnumSource(mode = Mode.MATCH_NONE, names = "MANAGEMENT_PORT.*")
class MethodOverrideJourneyTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static RunningApplication application;

	MethodOverrideJourneyTests(Placement placement) {
		// start needs it
	}

	@BeforeParameterizedClassInvocation
	static void start(Placement placement) {
		application = RunningApplication.startHandlers(placement,
				List.of("spring.mvc.hiddenmethod.filter.enabled=true"), PathTrickApi.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void postWhenFormOverridesMethodThenRuleOfThatMethodHolds() throws IOException {
		String write = application.bearer("orders:write");
		Answer anonymous = application.post("/orders/1", FORM, "_method=delete");
		assertThat(anonymous.status()).as("%s", anonymous).isEqualTo(401);
		assertThat(anonymous.code()).isEqualTo("subject.missing");
		Answer reader = application.post("/orders/1", FORM, "_method=delete", application.bearer("orders:read"));
		assertThat(reader.status()).as("%s", reader).isEqualTo(403);
		assertThat(reader.code()).isEqualTo("policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.post("/orders/1", FORM, "_method=delete", write).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("delete");
	}

	@Test
	void postWhenFormNamesMethodThatMayNotBeOverriddenThenPosts() throws IOException {
		Answer answer = application.post("/open/1", FORM, "_method=get", application.bearer());
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void postWhenQueryOverridesMethodThenRuleOfThatMethodHolds() throws IOException {
		Answer answer = application.post("/orders/1?_method=DELETE", "text/plain", "x",
				application.bearer("orders:read"));
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("policy.scope-missing");
		assertThat(Ran.take()).isEmpty();
	}

}
