package io.zerotrust.policy;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.StepUp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One test a row of the table that says how rules combine.
 */
class PolicyCompilerTests {

	@Test
	void compileWhenNothingStandsThereThenUncovered() {
		assertThat(compile(List.of()).admission()).isEqualTo(Admission.UNCOVERED);
		assertThat(compile(at("Nothing")).admission()).isEqualTo(Admission.UNCOVERED);
		assertThat(compile(at("Foreign")).admission()).isEqualTo(Admission.UNCOVERED);
	}

	@Test
	void compileWhenOnlySensitivityThenUncovered() {
		assertThat(compile(at("Critical")).admission()).isEqualTo(Admission.UNCOVERED);
	}

	@Test
	void compileWhenMethodAndTypeSpeakThenMethodWins() {
		EndpointPolicy policy = compile(at("Read"), at("Write"));
		assertThat(policy.scopes().allOf()).containsExactly("read");
		assertThat(policy.origin()).isEqualTo("Read");
	}

	@Test
	void compileWhenMethodIsLooserThenMethodWinsAsAWhole() {
		EndpointPolicy policy = compile(at("Anyone"), at("ScopeAndRole"));
		assertThat(policy.admission()).isEqualTo(Admission.PUBLIC);
		assertThat(policy.scopes().isEmpty()).isTrue();
		assertThat(policy.roles().isEmpty()).isTrue();
	}

	@Test
	void compileWhenPublicThenOriginHoldsTheReason() {
		assertThat(compile(at("Anyone"), at("Write")).origin()).isEqualTo("Anyone: a catalogue");
		assertThat(compile(at("Nothing"), at("AnyoneStale")).origin()).isEqualTo("AnyoneStale: a catalogue");
	}

	@Test
	void compileWhenMethodNamesScopeThenRoleOfTypeDoesNotJoin() {
		EndpointPolicy policy = compile(at("Read"), at("Admin"));
		assertThat(policy.scopes().allOf()).containsExactly("read");
		assertThat(policy.roles().isEmpty()).isTrue();
	}

	@Test
	void compileWhenMethodSilentThenTypeHolds() {
		EndpointPolicy policy = compile(at("Nothing"), at("Write"));
		assertThat(policy.scopes().allOf()).containsExactly("write");
		assertThat(policy.origin()).isEqualTo("Write");
	}

	@Test
	void compileWhenGroupsStandApartThenEachIsLookedUpAlone() {
		EndpointPolicy policy = compile(at("Critical"), at("Gold"), at("Read"));
		assertThat(policy.admission()).isEqualTo(Admission.RULED);
		assertThat(policy.scopes().allOf()).containsExactly("read");
		assertThat(policy.stepUp()).isEqualTo(new StepUp(List.of("gold"), Duration.ofSeconds(300)));
		assertThat(policy.sensitivity()).isEqualTo(SensitivityLevel.CRITICAL);
	}

	@Test
	void compileWhenNearerStepUpThenFartherIsReplacedAsAWhole() {
		EndpointPolicy policy = compile(at("Recent"), at("Gold"), at("Read"));
		assertThat(policy.stepUp()).isEqualTo(new StepUp(List.of(), Duration.ofSeconds(60)));
	}

	@Test
	void compileWhenSensitivitySilentThenMedium() {
		assertThat(compile(at("Read")).sensitivity()).isEqualTo(SensitivityLevel.MEDIUM);
	}

	@Test
	void compileWhenInterfaceMethodSpeaksThenItHolds() {
		EndpointPolicy policy = compile(List.of(), at("Nothing"), at("Read"), at("Write"));
		assertThat(policy.scopes().allOf()).containsExactly("read");
	}

	@Test
	void compileWhenTwoInterfacesSayTheSameThenFine() {
		EndpointPolicy policy = compile(at("Read", "ReadAgain"));
		assertThat(policy.scopes().allOf()).containsExactly("read");
		assertThat(policy.origin()).isEqualTo("Read");
	}

	@Test
	void compileWhenOneOfTwoInterfacesIsSilentThenTheOtherHolds() {
		assertThat(compile(at("Nothing", "Read")).scopes().allOf()).containsExactly("read");
	}

	@Test
	void compileWhenTwoInterfacesDifferThenConflict() {
		assertConflict("Read and Write", at("Read", "Write"));
		assertConflict("Read and Anyone", at("Read", "Anyone"));
		assertConflict("Gold and Recent", at("Gold", "Recent"), at("Read"));
		assertConflict("Critical and Low", at("Critical", "Low"), at("Read"));
	}

	@Test
	void compileWhenTwoInterfacesDifferInBadCredentialsOnlyThenConflict() {
		assertConflict("Anyone and AnyoneStale", at("Anyone", "AnyoneStale"));
	}

	@Test
	void compileWhenNearerLevelSettlesItThenFartherConflictDoesNotMatter() {
		assertThat(compile(at("Admin"), at("Read", "Write")).roles().allOf()).containsExactly("admin");
	}

	@Test
	void compileWhenScopeAndRoleSideBySideThenBothNeeded() {
		EndpointPolicy policy = compile(at("ScopeAndRole"));
		assertThat(policy.admission()).isEqualTo(Admission.RULED);
		assertThat(policy.scopes()).isEqualTo(new AuthorityRule(Set.of("read"), Set.of()));
		assertThat(policy.roles()).isEqualTo(new AuthorityRule(Set.of(), Set.of("admin", "clerk")));
	}

	@Test
	void compileWhenTwoScopesAtOnePlaceThenAllOfUnited() {
		EndpointPolicy policy = compile(declarations(together("Both", "Read", "Write")));
		assertThat(policy.scopes()).isEqualTo(new AuthorityRule(Set.of("read", "write"), Set.of()));
	}

	@Test
	void compileWhenSameAnyOfTwiceAtOnePlaceThenFine() {
		EndpointPolicy policy = compile(declarations(together("Both", "AnyAB", "AnyBA", "Read")));
		assertThat(policy.scopes()).isEqualTo(new AuthorityRule(Set.of("read"), Set.of("a", "b")));
	}

	@Test
	void compileWhenTwoAnyOfAtOnePlaceThenConflict() {
		assertConflict("two different anyOf lists", declarations(together("Both", "AnyAB", "AnyCD")));
	}

	@Test
	void compileWhenPublicAndScopeAtOnePlaceThenConflict() {
		assertConflict("exclude each other", declarations(together("Both", "Anyone", "Read")));
		assertConflict("exclude each other", declarations(together("Both", "Read", "Anyone")));
		assertConflict("exclude each other", declarations(together("Both", "Caller", "Admin")));
		assertConflict("exclude each other", declarations(together("Both", "Caller", "Anyone")));
	}

	@Test
	void compileWhenPublicAndStepUpThenConflict() {
		assertConflict("@PublicAccess at Anyone excludes @RequiresStepUp at Gold", at("Anyone"), at("Gold"));
		assertConflict("@PublicAccess at Anyone excludes @RequiresStepUp at Gold", at("Gold"), at("Anyone"));
		assertConflict("excludes", declarations(together("Both", "Gold", "Anyone")));
	}

	@Test
	void compileWhenStepUpWithoutAdmissionThenConflict() {
		assertConflict("@RequiresStepUp at Gold needs a rule", at("Gold"));
	}

	@Test
	void compileWhenTwoStepUpsAtOnePlaceThenConflict() {
		assertConflict("two different @RequiresStepUp", declarations(together("Both", "Gold", "Recent", "Read")));
		assertConflict("two different @Sensitivity", declarations(together("Both", "Critical", "Low", "Read")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "AnyoneWithoutReason", "CallerWithoutReason" })
	void compileWhenReasonBlankThenConflict(String place) {
		assertConflict("needs a reason at " + place, at(place));
	}

	@ParameterizedTest
	@ValueSource(strings = { "NoScope", "NoRole" })
	void compileWhenRuleNamesNothingThenConflict(String place) {
		assertConflict("names nothing at " + place, at(place));
	}

	@Test
	void compileWhenStepUpDemandsNothingThenConflict() {
		assertConflict("demands nothing at StepUpNothing", at("StepUpNothing"), at("Read"));
		// it would be asked for again and again
		assertConflict("no token can show, at StepUpNever", at("StepUpNever"), at("Read"));
	}

	// B6 and RFC 6749 3.3: a scope is one word
	@ParameterizedTest
	@ValueSource(strings = { "ScopeWithSpace", "ScopeWithNewline", "EmptyScope", "AnyWithSpace", "RoleWithSpace" })
	@Tag("B6")
	void compileWhenNameHasSpaceThenConflict(String place) {
		assertConflict("needs names without spaces", at(place));
	}

	// B6 and RFC 6749 3.3: what is not a scope could not be told in a challenge
	@ParameterizedTest
	@ValueSource(strings = { "ScopeWithQuote", "ScopeWithBackslash", "ScopeWithUmlaut" })
	@Tag("B6")
	void compileWhenScopeHasForbiddenCharacterThenConflict(String place) {
		assertConflict("printable ASCII", at(place));
	}

	@Test
	void compileWhenAcrIsBlankThenConflict() {
		assertConflict("blank acr", at("StepUpBlank"), at("Read"));
	}

	@Test
	void compileWhenFaultyRuleIsNearestThenFartherDoesNotReplaceIt() {
		assertConflict("names nothing", at("NoScope"), at("Read"));
	}

	@Test
	void compileWhenConflictThenNobodyIsAdmitted() {
		EndpointPolicy policy = compile(at("Read", "Write"));
		assertThat(policy.isCovered()).isFalse();
		assertThat(policy.isPublic()).isFalse();
	}

	@Test
	void compileWhenPublicThenBadCredentialsAreRefusedUnlessSaid() {
		assertThat(compile(at("Anyone")).ignoreBadCredentials()).isFalse();
		assertThat(compile(at("AnyoneStale")).ignoreBadCredentials()).isTrue();
	}

	@Test
	void compileWhenPublicTwiceAtOnePlaceThenStricterHolds() {
		EndpointPolicy policy = compile(declarations(together("Both", "Anyone", "AnyoneStale")));
		assertThat(policy.admission()).isEqualTo(Admission.PUBLIC);
		assertThat(policy.ignoreBadCredentials()).isFalse();
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static EndpointPolicy compile(List<Declaration>... levels) {
		return PolicyCompiler.compile(List.of(levels));
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static void assertConflict(String words, List<Declaration>... levels) {
		EndpointPolicy policy = compile(levels);
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).contains(words);
	}

	private static List<Declaration> at(String... places) {
		return Stream.of(places).map((place) -> together(place, place)).toList();
	}

	private static List<Declaration> declarations(Declaration declaration) {
		return List.of(declaration);
	}

	private static Declaration together(String origin, String... places) {
		List<Annotation> annotations = Stream.of(places)
			.flatMap((place) -> Stream.of(type(place).getAnnotations()))
			.toList();
		return new Declaration(origin, annotations);
	}

	private static Class<?> type(String place) {
		return Stream.of(PolicyCompilerTests.class.getDeclaredClasses())
			.filter((type) -> type.getSimpleName().equals(place))
			.findFirst()
			.orElseThrow();
	}

	interface Nothing {

	}

	@FunctionalInterface
	interface Foreign {

		void run();

	}

	@RequiresScope("read")
	interface Read {

	}

	@RequiresScope("read")
	interface ReadAgain {

	}

	@RequiresScope("write")
	interface Write {

	}

	@RequiresRole("admin")
	interface Admin {

	}

	@RequiresScope("read")
	@RequiresRole(anyOf = { "admin", "clerk" })
	interface ScopeAndRole {

	}

	@RequiresScope(anyOf = { "a", "b" })
	interface AnyAB {

	}

	@RequiresScope(anyOf = { "b", "a" })
	interface AnyBA {

	}

	@RequiresScope(anyOf = { "c", "d" })
	interface AnyCD {

	}

	@PublicAccess(reason = "a catalogue")
	interface Anyone {

	}

	@PublicAccess(reason = "a catalogue", ignoreBadCredentials = true)
	interface AnyoneStale {

	}

	@AnyAuthenticated(reason = "own data only")
	interface Caller {

	}

	@PublicAccess(reason = " ")
	interface AnyoneWithoutReason {

	}

	@AnyAuthenticated(reason = "")
	interface CallerWithoutReason {

	}

	@RequiresScope
	interface NoScope {

	}

	@RequiresRole
	interface NoRole {

	}

	@RequiresScope("a\"b")
	interface ScopeWithQuote {

	}

	@RequiresScope("a\\b")
	interface ScopeWithBackslash {

	}

	@RequiresScope(anyOf = "gesch\u00e4ft")
	interface ScopeWithUmlaut {

	}

	@RequiresStepUp(acr = "gold", maxAge = 0)
	interface StepUpNever {

	}

	@RequiresStepUp(acr = { "gold", " " })
	interface StepUpBlank {

	}

	@RequiresScope("orders read")
	interface ScopeWithSpace {

	}

	@RequiresScope("read\n")
	interface ScopeWithNewline {

	}

	@RequiresScope("")
	interface EmptyScope {

	}

	@RequiresScope(anyOf = { "read", "wri te" })
	interface AnyWithSpace {

	}

	@RequiresRole("the boss")
	interface RoleWithSpace {

	}

	@RequiresStepUp(acr = "gold", maxAge = 300)
	interface Gold {

	}

	@RequiresStepUp(maxAge = 60)
	interface Recent {

	}

	@RequiresStepUp
	interface StepUpNothing {

	}

	@Sensitivity(SensitivityLevel.CRITICAL)
	interface Critical {

	}

	@Sensitivity(SensitivityLevel.LOW)
	interface Low {

	}

}
