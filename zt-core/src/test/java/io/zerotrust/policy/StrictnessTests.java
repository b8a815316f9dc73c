package io.zerotrust.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator says stands above what the author says, unless it is looser.
 */
class StrictnessTests {

	@ParameterizedTest
	@CsvSource({ "Read, Read", "ReadWrite, Read", "Read, AnyOfReadWrite", "AnyOfRead, AnyOfReadWrite",
			"AnyOfReadWrite, AnyOfReadWrite", "Admin, Admin", "ReadAdmin, Admin", "ReadAdmin, Read", "Read, Anybody",
			"Admin, Anybody", "Anybody, Anybody", "Read, Open", "Anybody, Open", "Open, Open", "Open, OpenIgnoring",
			"OpenIgnoring, OpenIgnoring", "Shop, Shop", "Shop, ShopOrBackend", "ShopService, Shop", "Shop, Read",
			"ShopService, Service", "Shop, Anybody", "GoldRecent, ReadGold", "Gold, ReadGold", "Recent, ReadHour",
			"Critical, ReadHigh", "High, ReadHigh", "High, Read", "Shop, ReadHigh", "ByKey, Bound", "Bound, Bound",
			"Bound, Anybody" })
	void compileWhenOperatorIsAsStrictThenHeSpeaks(String operator, String author) {
		EndpointPolicy policy = compile(operator, author);
		assertThat(policy.isCovered()).as("%s", policy).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Open, Read, PUBLIC instead of RULED", "Open, Anybody, PUBLIC instead of AUTHENTICATED",
			"Anybody, Read, AUTHENTICATED instead of RULED", "Anybody, Shop, AUTHENTICATED instead of RULED",
			"Read, ReadWrite, scopes", "AnyOfReadWrite, Read, scopes", "AnyOfReadWrite, AnyOfRead, scopes",
			"Admin, Read, scopes", "Read, Admin, roles", "Read, ReadAdmin, roles", "ShopOrBackend, Shop, callers",
			"Backend, Shop, callers", "Service, Shop, callers", "Shop, Service, callers", "Shop, ShopService, callers",
			"Recent, ReadGold, step-up", "GoldOrSilver, ReadGold, step-up", "Hour, ReadRecent, step-up",
			"Gold, ReadRecent, step-up", "Low, Read, sensitivity LOW instead of MEDIUM",
			"High, ReadCritical, sensitivity HIGH instead of CRITICAL", "Bound, ByKey, sender constraint",
			"OpenIgnoring, Open, bad credentials are ignored" })
	void compileWhenOperatorIsLooserThenConflict(String operator, String author, String looser) {
		EndpointPolicy policy = compile(operator, author);
		assertThat(policy.admission()).as("%s", policy).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).contains(" is looser than " + author + ": " + looser);
	}

	@Test
	void compileWhenOperatorIsSilentThenAuthorSpeaks() {
		List<List<Declaration>> author = List.of(List.of(at("Read")));
		assertThat(PolicyCompiler.compile(List.of(), author)).isEqualTo(PolicyCompiler.compile(author));
	}

	@Test
	void compileWhenAuthorIsSilentThenOperatorSpeaks() {
		assertThat(PolicyCompiler.compile(List.of(at("Open")), List.of()).isPublic()).isTrue();
		assertThat(PolicyCompiler.compile(List.of(at("High")), List.of()).admission()).isEqualTo(Admission.UNCOVERED);
	}

	// who may call is the operator's to say, how much is at stake was said by the author
	@Test
	void compileWhenAuthorSaysSensitivityAloneThenOperatorMayNotLowerIt() {
		List<List<Declaration>> author = List.of(List.of(at("Critical")));
		EndpointPolicy lowered = PolicyCompiler.compile(List.of(at("Read"), at("Low")), author);
		assertThat(lowered.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(lowered.origin()).isEqualTo("Read is looser than Critical: sensitivity LOW instead of CRITICAL");
		assertThat(PolicyCompiler.compile(List.of(at("Read")), author).sensitivity())
			.isEqualTo(SensitivityLevel.CRITICAL);
		assertThat(PolicyCompiler.compile(List.of(at("Read"), at("Low")), List.of()).sensitivity())
			.isEqualTo(SensitivityLevel.LOW);
	}

	// an operator cannot mend what its author contradicts
	@Test
	void compileWhenAuthorContradictsHimselfThenConflictStays() {
		EndpointPolicy policy = PolicyCompiler.compile(List.of(at("Read")), List.of(List.of(at("Read"), at("Admin"))));
		assertThat(policy.admission()).isEqualTo(Admission.CONFLICTING);
		assertThat(policy.origin()).isEqualTo("different rules at Read and Admin");
	}

	@Test
	void compileWhenOperatorContradictsAuthorThenConflict() {
		assertThat(compile("Gold", "Open").origin()).contains("excludes @RequiresStepUp");
		assertThat(compile("Shop", "Open").origin()).contains("excludes @AllowedCallers");
		assertThat(compile("Gold", "Open").admission()).isEqualTo(Admission.CONFLICTING);
	}

	private static EndpointPolicy compile(String operator, String author) {
		return PolicyCompiler.compile(List.of(at(operator)), List.of(List.of(at(author))));
	}

	static Declaration at(String type) {
		return Stream.of(RuledCallers.class.getDeclaredClasses())
			.filter((candidate) -> candidate.getSimpleName().equals(type))
			.map((found) -> new Declaration(type, Arrays.asList(found.getAnnotations())))
			.findFirst()
			.orElseThrow();
	}

}
