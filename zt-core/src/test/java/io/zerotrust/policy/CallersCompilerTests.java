package io.zerotrust.policy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SubjectKind;

import static org.assertj.core.api.Assertions.assertThat;

class CallersCompilerTests {

	@Test
	void compileWhenAloneThenItAdmits() {
		EndpointPolicy policy = compile("Shop");
		assertThat(policy.admission()).isEqualTo(Admission.RULED);
		assertThat(policy.isCovered()).isTrue();
		assertThat(policy.callers().clients()).containsExactly("shop");
		assertThat(policy.scopes().isEmpty()).isTrue();
		assertThat(policy.origin()).isEqualTo("Shop");
	}

	@Test
	void compileWhenBesideScopeThenBothAreNeeded() {
		EndpointPolicy policy = compile("ShopWithScope");
		assertThat(policy.admission()).isEqualTo(Admission.RULED);
		assertThat(policy.scopes().allOf()).containsExactly("read");
		assertThat(policy.callers().roles()).containsExactly("backend");
		assertThat(policy.callers().kinds()).isEqualTo(Set.of(SubjectKind.SERVICE));
	}

	@Test
	void compileWhenBesideAnyAuthenticatedThenStillDemanded() {
		EndpointPolicy policy = compile("Anybody", "Shop");
		assertThat(policy.admission()).isEqualTo(Admission.AUTHENTICATED);
		assertThat(policy.callers().clients()).containsExactly("shop");
	}

	@Test
	void compileWhenMethodAndTypeSpeakThenMethodWins() {
		assertThat(compile("Shop", "ShopWithScope").callers().clients()).containsExactly("shop");
		assertThat(compile("Shop", "ShopWithScope").callers().roles()).isEmpty();
		assertThat(compile("Shop", "ShopWithScope").scopes().allOf()).containsExactly("read");
	}

	@Test
	void compileWhenPublicMethodUnderCallersThenConflict() {
		EndpointPolicy policy = compile("Open", "Shop");
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).isEqualTo("@PublicAccess at Open excludes @AllowedCallers at Shop");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NamesNothing", "BlankClient", "BlankRole" })
	void compileWhenNobodyIsNamedThenConflict(String type) {
		assertThat(compile(type).admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(compile(type).origin()).startsWith("@AllowedCallers names ");
	}

	@Test
	void compileWhenTwoOfOneLevelDifferThenConflict() {
		EndpointPolicy policy = PolicyCompiler
			.compile(List.of(List.of(StrictnessTests.at("Shop"), StrictnessTests.at("ShopWithScope"))));
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).isEqualTo("different rules at Shop and ShopWithScope");
	}

	@Test
	void compileWhenStepUpBesideCallersThenBothHold() {
		assertThat(compile("Shop", "Gold").stepUp().acr()).containsExactly("gold");
	}

	private static EndpointPolicy compile(String... types) {
		return PolicyCompiler
			.compile(java.util.stream.Stream.of(types).map((type) -> List.of(StrictnessTests.at(type))).toList());
	}

}
