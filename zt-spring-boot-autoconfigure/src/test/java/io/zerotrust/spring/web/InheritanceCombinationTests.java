package io.zerotrust.spring.web;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.PolicyCompiler;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.spring.web.LookAlikeTypes.ExtendsGeneric;
import io.zerotrust.spring.web.LookAlikeTypes.HidesPrivate;
import io.zerotrust.spring.web.LookAlikeTypes.ImplementsGeneric;
import io.zerotrust.spring.web.LookAlikeTypes.Overloads;
import io.zerotrust.spring.web.RuledInterfaces.Agreeing;
import io.zerotrust.spring.web.RuledInterfaces.Deciding;
import io.zerotrust.spring.web.RuledInterfaces.Disagreeing;
import io.zerotrust.spring.web.RuledInterfaces.ImplementsApi;
import io.zerotrust.spring.web.RuledInterfaces.ImplementsBelow;
import io.zerotrust.spring.web.RuledInterfaces.ImplementsTypedApi;
import io.zerotrust.spring.web.RuledInterfaces.InheritsAndImplements;
import io.zerotrust.spring.web.RuledInterfaces.OverridesApi;
import io.zerotrust.spring.web.RuledInterfaces.TypedImplementsApi;
import io.zerotrust.spring.web.RuledTypes.CallersBoth;
import io.zerotrust.spring.web.RuledTypes.CallersOnType;
import io.zerotrust.spring.web.RuledTypes.ExtendsBase;
import io.zerotrust.spring.web.RuledTypes.ExtendsTypedBase;
import io.zerotrust.spring.web.RuledTypes.GroupsApart;
import io.zerotrust.spring.web.RuledTypes.MethodOverType;
import io.zerotrust.spring.web.RuledTypes.OnType;
import io.zerotrust.spring.web.RuledTypes.PublicUnderCallers;
import io.zerotrust.spring.web.RuledTypes.PublicUnderStepUp;
import io.zerotrust.spring.web.RuledTypes.StepUpBoth;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How what stands at a type and at its super-types combines with what stands at the
 * method. Every test is a row of {@code docs/reference/combination.md}.
 */
class InheritanceCombinationTests {

	@Test
	void typeWithoutMethod() {
		EndpointPolicy policy = policy(OnType.class);
		assertThat(policy.scopes().allOf()).containsExactly("type");
		assertThat(policy.sensitivity()).isEqualTo(SensitivityLevel.MEDIUM);
	}

	@Test
	void methodOverType() {
		EndpointPolicy policy = policy(MethodOverType.class);
		assertThat(policy.admission()).isEqualTo(Admission.PUBLIC);
		assertThat(policy.scopes().isEmpty()).isTrue();
	}

	@Test
	void groupsApart() {
		EndpointPolicy policy = policy(GroupsApart.class);
		assertThat(policy.scopes().allOf()).containsExactly("type");
		assertThat(policy.sensitivity()).isEqualTo(SensitivityLevel.CRITICAL);
		assertThat(policy.stepUp().acr()).containsExactly("gold");
	}

	@Test
	void stepUpAtMethodOverType() {
		EndpointPolicy policy = policy(StepUpBoth.class);
		assertThat(policy.stepUp().acr()).isEmpty();
		assertThat(policy.stepUp().maxAge()).isEqualTo(Duration.ofSeconds(60));
	}

	@Test
	void publicMethodUnderStepUpType() {
		EndpointPolicy policy = policy(PublicUnderStepUp.class);
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).contains("excludes @RequiresStepUp");
	}

	@Test
	void callersAtTypeScopeAtMethod() {
		EndpointPolicy policy = policy(CallersOnType.class);
		assertThat(policy.scopes().allOf()).containsExactly("a");
		assertThat(policy.callers().clients()).containsExactly("shop");
	}

	@Test
	void callersAtMethodOverType() {
		EndpointPolicy policy = policy(CallersBoth.class);
		assertThat(policy.scopes().allOf()).containsExactly("a");
		assertThat(policy.callers().clients()).isEmpty();
		assertThat(policy.callers().roles()).containsExactly("backend");
	}

	@Test
	void publicMethodUnderCallersType() {
		EndpointPolicy policy = policy(PublicUnderCallers.class);
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).contains("excludes @AllowedCallers");
	}

	@Test
	void interfaceMethod() {
		assertThat(policy(ImplementsApi.class).scopes().allOf()).containsExactly("api");
	}

	@Test
	void interfaceType() {
		assertThat(policy(ImplementsTypedApi.class).scopes().allOf()).containsExactly("typed-api");
	}

	@Test
	void methodOverInterfaceMethod() {
		assertThat(policy(OverridesApi.class).scopes().allOf()).containsExactly("own");
	}

	@Test
	void inheritedMethodOverType() {
		assertThat(policy(TypedImplementsApi.class).scopes().allOf()).containsExactly("api");
	}

	@Test
	void baseClassMethod() {
		assertThat(policy(ExtendsBase.class).scopes().allOf()).containsExactly("base");
	}

	@Test
	void baseClassType() {
		assertThat(policy(ExtendsTypedBase.class).scopes().allOf()).containsExactly("typed-base");
	}

	// CVE-2025-41248
	@Test
	void genericInterface() {
		assertThat(scopes(ImplementsGeneric.class, "put", String.class)).containsExactly("generic");
	}

	// CVE-2025-41249
	@Test
	void genericBaseClass() {
		assertThat(scopes(ExtendsGeneric.class, "put", String.class)).containsExactly("generic-base");
	}

	@Test
	void methodInheritedFromBaseThatKnowsNoInterface() {
		assertThat(policy(InheritsAndImplements.class).scopes().allOf()).containsExactly("api");
	}

	@Test
	void interfaceBelowInterface() {
		assertThat(policy(ImplementsBelow.class).scopes().allOf()).containsExactly("below");
	}

	@Test
	void interfacesThatAgree() {
		assertThat(policy(Agreeing.class).scopes().allOf()).containsExactly("api");
	}

	@Test
	void interfacesThatDisagree() {
		EndpointPolicy policy = policy(Disagreeing.class);
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).startsWith("different rules at ").contains("Api.get", "Other.get");
	}

	@Test
	void interfacesThatDisagreeUnderMethod() {
		assertThat(policy(Deciding.class).scopes().allOf()).containsExactly("own");
	}

	@Test
	void overload() {
		assertThat(policy(Overloads.class).admission()).isEqualTo(Admission.UNCOVERED);
	}

	@Test
	void privateMethodOfBaseClass() {
		assertThat(policy(HidesPrivate.class).admission()).isEqualTo(Admission.UNCOVERED);
	}

	private static EndpointPolicy policy(Class<?> type) {
		Method method = Objects.requireNonNull(ReflectionUtils.findMethod(type, "get"));
		return PolicyCompiler.compile(HandlerAnnotations.of(method, type));
	}

	private static Set<String> scopes(Class<?> type, String name, Class<?>... parameters) {
		Method method = Objects.requireNonNull(ReflectionUtils.findMethod(type, name, parameters));
		return PolicyCompiler.compile(HandlerAnnotations.of(method, type)).scopes().allOf();
	}

}
