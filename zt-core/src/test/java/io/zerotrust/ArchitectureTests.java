package io.zerotrust;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The direction rules hold for the core, and each is seen red on
 * {@code io.zerotrust.archfixture}, which is built wrongly on purpose.
 */
class ArchitectureTests {

	private static final JavaClasses CORE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.zerotrust");

	private static final String FIXTURE_ROOT = "io.zerotrust.archfixture";

	private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(FIXTURE_ROOT);

	private final ArchitectureRules rules = new ArchitectureRules("io.zerotrust");

	private final ArchitectureRules onFixtures = new ArchitectureRules(FIXTURE_ROOT);

	@Test
	void coreWhenImportedThenHasRoomsAndNoTests() {
		assertThat(CORE.size()).isGreaterThan(80);
		assertThat(CORE.stream().anyMatch((type) -> type.getSimpleName().endsWith("Tests"))).isFalse();
	}

	@Test
	void coreWhenBuiltThenDependsOnTheLibrariesNamedAlone() {
		this.rules.onlyTheLibrariesNamed().check(CORE);
		assertRed(this.onFixtures.onlyTheLibrariesNamed(), "Rogue");
	}

	@Test
	void coreWhenItLimitsRatesThenInTheRoomForIt() {
		this.rules.onlyRateLimitKnowsBuckets().check(CORE);
		assertRed(this.onFixtures.onlyRateLimitKnowsBuckets(), "CountsByItself");
	}

	@Test
	void coreWhenItReadsTokensThenInTheRoomForIt() {
		this.rules.onlyTokenKnowsJose().check(CORE);
		assertRed(this.onFixtures.onlyTokenKnowsJose(), "ReadsByItself");
	}

	@Test
	void scoreWhenBuiltThenKnowsNothingOfLearning() {
		this.rules.scoreKnowsNothingOfLearning().check(CORE);
		assertRed(this.onFixtures.scoreKnowsNothingOfLearning(), "TellsTime");
	}

	@Test
	void outcomeWhenBuiltThenKnowsWhatWasDecidedAlone() {
		this.rules.outcomeKnowsWhatWasDecided().check(CORE);
		assertRed(this.onFixtures.outcomeKnowsWhatWasDecided(), "LearnsByItself");
	}

	@Test
	void roomsWhenBuiltThenFormNoCycle() {
		this.rules.noCycles().check(CORE);
		assertRed(this.onFixtures.noCycles(), "ImpatientResource");
	}

	@ParameterizedTest
	@ValueSource(strings = { "access", "decision" })
	void basicRoomWhenBuiltThenKnowsNobody(String room) {
		this.rules.basicRoomsKnowNobody(room).check(CORE);
		assertRed(this.onFixtures.basicRoomsKnowNobody(room),
				room.equals("access") ? "ImpatientResource" : "GoesRound");
	}

	@Test
	void checkWhenBuiltThenKnowsQuestionAndAnswerAlone() {
		this.rules.checkKnowsQuestionAndAnswer().check(CORE);
		assertRed(this.onFixtures.checkKnowsQuestionAndAnswer(), "PolicyManager");
	}

	static List<String> leaves() {
		return ArchitectureRules.leaves();
	}

	@ParameterizedTest
	@MethodSource("leaves")
	void leafWhenBuiltThenKnowsNoOtherLeaf(String leaf) {
		this.rules.leafKnowsNoOtherLeaf(leaf).check(CORE);
	}

	@Test
	void leafWhenItKnowsAnotherLeafThenRed() {
		assertRed(this.onFixtures.leafKnowsNoOtherLeaf("risk"), "PolicyManager");
	}

	@Test
	void roomsWhenListedThenTheListIsWhole() {
		assertThat(CORE.stream().map((type) -> type.getPackageName().substring("io.zerotrust.".length())).distinct())
			.containsExactlyInAnyOrderElementsOf(List.of("access", "decision", "check", "outcome", "policy", "token",
					"token.dpop", "token.jose", "token.keys", "token.keys.remote", "token.revocation", "risk",
					"risk.baseline", "risk.learned", "risk.quarantine", "ratelimit", "audit", "posture"));
	}

	@Test
	void coreWhenItNeedsTheTimeThenIsGivenIt() {
		this.rules.nobodyLooksAtTheClock().check(CORE);
		assertRed(this.onFixtures.nobodyLooksAtTheClock(), "ByInstant", "ByReference", "ByDate", "ByMillis", "ByNanos",
				"ByOldDate", "BySystemClock");
	}

	@Test
	void localCheckWhenBuiltThenWaitsForNothing() {
		this.rules.localChecksDoNotWait().check(CORE);
		assertRed(this.onFixtures.localChecksDoNotWait(), "ForFile", "ForPath", "ForSocket", "ForUrl", "ForName",
				"ForHttp", "ForFuture", "ForLock", "ForNothing");
	}

	@Test
	void packageWhenBuiltThenIsNullMarked() {
		this.rules.everyPackageIsNullMarked().check(CORE);
		assertRed(this.onFixtures.everyPackageIsNullMarked(), "ImpatientResource");
	}

	@Test
	void pipelineWhenAskedThenByAuditAlone() {
		this.rules.onlyAuditAsksThePipeline().check(CORE);
		assertRed(this.onFixtures.onlyAuditAsksThePipeline(), "GoesRound.decide", "GoesRound$ByReference");
	}

	@Test
	void nameWhenGivenThenSaysSomething() {
		this.rules.namesSaySomething().check(CORE);
		assertRed(this.onFixtures.namesSaySomething(), "PolicyManager");
	}

	private static void assertRed(ArchRule rule, String... culprits) {
		assertThat(rule.evaluate(FIXTURES).hasViolation()).isTrue();
		assertThat(rule.evaluate(FIXTURES).getFailureReport().toString()).contains(culprits);
	}

}
