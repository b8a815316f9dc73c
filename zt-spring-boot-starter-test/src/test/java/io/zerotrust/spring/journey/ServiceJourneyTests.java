package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.journey.GuardedServices.Plain;
import io.zerotrust.spring.method.InvocationRefusedException;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rules at services hold wherever they stand and however the service was made, and a
 * refusal reaches the caller as any other does.
 */
class ServiceJourneyTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication
			.start(Stream.of(List.<Class<?>>of(ServiceApi.class), List.of(GuardedServices.ALL))
				.flatMap(List::stream)
				.toArray(Class<?>[]::new));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		Ran.take();
		ServiceApi.DECISIONS.clear();
		ServiceApi.CLOCK.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "open", "protected", "packaged", "interfaced", "defaulted", "bridged", "overridden",
			"inheritedByTyped", "marked", "throughItself", "prototype", "requestScoped", "sessionScoped", "product",
			"future", "handedOver" })
	void callThenTheRuleIsFound(String name) throws IOException {
		Answer refused = application.get("/call/" + name, application.bearer());
		assertRefused(refused, 403, "policy.scope-missing");
		assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope", "scope=\"ruled\"");
		assertThat(refused.header("Cache-Control")).contains("no-store");
		assertThat(Ran.take()).isEmpty();
		assertThat(application.get("/call/" + name, application.bearer("ruled")).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly(name);
	}

	// what a proxy cannot see: documented, and said to be so
	@Test
	void callWhenMethodCallsItselfThenTheRuleIsNotAsked() throws IOException {
		assertThat(application.get("/call/self", application.bearer()).status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("open");
	}

	@Test
	void callWhenMethodHasNoRuleThenNobodyIsAsked() throws IOException {
		assertThat(application.get("/open/unruled").status()).isEqualTo(200);
		assertThat(invocations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "forgotten", "supplied", "virtual", "parallel" })
	void callWhenThreadDoesNotKnowTheCallerThenRefused(String name) throws IOException {
		assertRefused(application.get("/call/" + name, application.bearer("ruled")), 401, "subject.missing");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void callWhenAnonymousThenOnlyPublicMethodsRun() throws IOException {
		assertRefused(application.get("/open/open"), 401, "subject.missing");
		assertThat(application.get("/open/everybody").status()).isEqualTo(200);
		assertThat(Ran.take()).containsExactly("everybody");
	}

	@Test
	void callWhenRoleIsMissingThenRefused() throws IOException {
		assertRefused(application.get("/call/role", application.bearer("ruled")), 403, "policy.role-missing");
	}

	@Test
	void callWhenAuthenticationIsWeakThenChallenged() throws IOException {
		Answer answer = application.get("/call/strong", application.bearer());
		assertRefused(answer, 401, "step-up.required");
		assertThat(answer.header("WWW-Authenticate")).contains("insufficient_user_authentication",
				"acr_values=\"gold\"", "max_age=\"60\"");
	}

	@Test
	void callWhenTokenExpiredMeanwhileThenChallenged() throws IOException {
		Answer answer = application.get("/call/late", application.bearer("ruled"));
		assertRefused(answer, 401, "token.expired");
		assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
		assertThat(Ran.take()).isEmpty();
	}

	@Test
	void callWhenHandlerWrapsTheRefusalThenStillRefused() throws IOException {
		assertRefused(application.get("/call/wrapped", application.bearer()), 403, "policy.scope-missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "open", "wrapped", "supplied", "handedOver" })
	void callWhenRefusedThenRecordedOnceWhereItWasDecided(String name) throws IOException {
		Answer answer = application.get("/call/" + name, application.bearer());
		List<Evaluation> refused = ServiceApi.DECISIONS.stream()
			.filter((evaluation) -> evaluation.decision() instanceof Refusal)
			.toList();
		assertThat(refused).singleElement().satisfies((evaluation) -> {
			assertThat(evaluation.gate()).isEqualTo(Gate.INVOCATION);
			assertThat(answer.body()).contains(evaluation.id());
			assertThat(evaluation.request().action().name()).isEqualTo("invoke");
			assertThat(evaluation.request().resource().id()).startsWith(GuardedServices.class.getName());
		});
	}

	@Test
	void callOnTheThreadOfARequestThenTheAddressIsKnown() throws IOException {
		application.get("/call/open", application.bearer());
		assertThat(invocations()).singleElement()
			.satisfies((evaluation) -> assertThat(evaluation.request().context().client()).isNotNull());
	}

	@Test
	void callWithoutARequestThenRefusedAndTheMessageTellsNothing() {
		Plain plain = application.context().getBean(Plain.class);
		assertThatExceptionOfType(InvocationRefusedException.class).isThrownBy(plain::open).satisfies((refused) -> {
			assertThat(refused.refusal().reason().code()).isEqualTo("subject.missing");
			assertThat(refused).hasMessage("Access Denied, decision " + refused.decisionId());
		});
		assertThat(plain.everybody()).isEqualTo("everybody");
	}

	private static List<Evaluation> invocations() {
		return ServiceApi.DECISIONS.stream().filter((evaluation) -> evaluation.gate() == Gate.INVOCATION).toList();
	}

}
