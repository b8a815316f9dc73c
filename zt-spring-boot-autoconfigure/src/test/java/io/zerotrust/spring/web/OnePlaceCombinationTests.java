package io.zerotrust.spring.web;

import java.lang.reflect.Method;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SenderConstraint;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.PolicyCompiler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How annotations at one place combine. Every test is a row of
 * {@code docs/reference/combination.md}.
 */
class OnePlaceCombinationTests {

	@Test
	void nothing() {
		assertThat(policy("nothing").admission()).isEqualTo(Admission.UNCOVERED);
	}

	@Test
	void scopeAndRole() {
		EndpointPolicy policy = policy("scopeAndRole");
		assertThat(policy.scopes().allOf()).containsExactly("a");
		assertThat(policy.roles().allOf()).containsExactly("r");
	}

	@Test
	void publicAndScope() {
		assertConflict("publicAndScope", "exclude each other");
	}

	@Test
	void publicAndStepUp() {
		assertConflict("publicAndStepUp", "excludes @RequiresStepUp");
	}

	@Test
	void publicAndAnyAuthenticated() {
		assertConflict("publicAndAnyAuthenticated", "exclude each other");
	}

	@Test
	void scopeAndSenderConstrained() {
		EndpointPolicy policy = policy("scopeAndSenderConstrained");
		assertThat(policy.scopes().allOf()).containsExactly("read");
		assertThat(policy.senderConstraints()).containsExactly(SenderConstraint.MTLS);
	}

	@Test
	void publicAndSenderConstrained() {
		assertConflict("publicAndSenderConstrained", "excludes @RequiresSenderConstrained");
	}

	@Test
	void senderConstrainedAlone() {
		assertConflict("senderConstrainedAlone", "needs a rule that says who may call");
	}

	@Test
	void stepUpAlone() {
		assertConflict("stepUpAlone", "needs a rule that says who may call");
	}

	@Test
	void stepUpThatDemandsNothing() {
		assertConflict("stepUpThatDemandsNothing", "@RequiresStepUp demands nothing");
	}

	@Test
	void blankReason() {
		assertConflict("blankReason", "@PublicAccess needs a reason");
	}

	@Test
	void scopeThatNamesNothing() {
		assertConflict("scopeThatNamesNothing", "@RequiresScope names nothing");
	}

	@Test
	void scopeWithSpace() {
		assertConflict("scopeWithSpace", "needs names without spaces: 'a b'");
	}

	@Test
	void metaAnnotation() {
		assertThat(policy("metaAnnotation").scopes().allOf()).containsExactly("a");
	}

	@Test
	void metaAnnotationWithAlias() {
		EndpointPolicy policy = policy("metaAnnotationWithAlias");
		assertThat(policy.scopes().allOf()).containsExactly("aliased");
		assertThat(policy.sensitivity()).isEqualTo(SensitivityLevel.HIGH);
	}

	@Test
	void metaAnnotationBesideAnnotation() {
		assertThat(policy("metaAnnotationBesideAnnotation").scopes().allOf()).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void twoListsOfAnyOf() {
		assertConflict("twoListsOfAnyOf", "two different anyOf lists");
	}

	@Test
	void twoSensitivities() {
		assertConflict("twoSensitivities", "two different @Sensitivity");
	}

	@Test
	void callersAlone() {
		EndpointPolicy policy = policy("callersAlone");
		assertThat(policy.admission()).isEqualTo(Admission.RULED);
		assertThat(policy.callers().clients()).containsExactly("shop");
	}

	@Test
	void callersAndScope() {
		EndpointPolicy policy = policy("callersAndScope");
		assertThat(policy.scopes().allOf()).containsExactly("a");
		assertThat(policy.callers().roles()).containsExactly("backend");
	}

	@Test
	void callersAndAnyAuthenticated() {
		EndpointPolicy policy = policy("callersAndAnyAuthenticated");
		assertThat(policy.admission()).isEqualTo(Admission.AUTHENTICATED);
		assertThat(policy.callers().clients()).containsExactly("shop");
	}

	@Test
	void callersAndPublic() {
		assertConflict("callersAndPublic", "excludes @AllowedCallers");
	}

	@Test
	void callersThatNameNobody() {
		assertConflict("callersThatNameNobody", "@AllowedCallers names nothing");
	}

	@Test
	void twoListsOfCallers() {
		assertConflict("twoListsOfCallers", "two different @AllowedCallers");
	}

	private static void assertConflict(String name, String message) {
		EndpointPolicy policy = policy(name);
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).contains(message);
	}

	private static EndpointPolicy policy(String name) {
		Method method = Objects.requireNonNull(ReflectionUtils.findMethod(RuledMethods.class, name));
		return PolicyCompiler.compile(HandlerAnnotations.of(method, RuledMethods.class));
	}

}
