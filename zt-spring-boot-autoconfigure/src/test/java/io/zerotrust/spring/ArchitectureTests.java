package io.zerotrust.spring;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.zerotrust.check.CheckPipeline;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Throttle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The direction rules of the adapters. Each is shown to bite on a class that breaks it.
 */
class ArchitectureTests {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.zerotrust.spring");

	private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("io.zerotrust.archfixture.spring");

	@Test
	void nothingDependsOnAutoconfigure() {
		bites(noClasses().that()
			.resideOutsideOfPackage("..spring.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("..spring.autoconfigure.."));
	}

	@Test
	void stackNeutralCodeKnowsNoStack() {
		bites(noClasses().that()
			.resideInAnyPackage("..spring.web", "..spring.web.endpoint", "..spring.method")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..",
					"org.springframework.web.server..", "..spring.web.servlet..", "..spring.web.reactive.."));
	}

	@Test
	void stacksNeverMeet() {
		bites(noClasses().that()
			.resideInAPackage("..spring.web.servlet..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..spring.web.reactive..", "reactor..", "org.springframework.web.server.."));
	}

	@Test
	void theReactiveStackRunsWithoutServlets() {
		bites(noClasses().that()
			.resideInAPackage("..spring.web.reactive..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..spring.web.servlet..", "jakarta.servlet..", "org.springframework.web.servlet.."));
	}

	@Test
	void whatBothStacksShareKnowsNothingOfMethods() {
		bites(noClasses().that()
			.resideInAPackage("..spring.web")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("..spring.method.."));
	}

	@Test
	void onlyTheRedisRoomSeesARedisClient() {
		bites(noClasses().that()
			.resideOutsideOfPackages("..spring.redis..", "..lettuce..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..lettuce..", "redis.clients..", "org.springframework.data.redis.."));
	}

	@Test
	void onlyTheJdbcRoomSeesDatabases() {
		bites(noClasses().that()
			.resideOutsideOfPackages("..spring.jdbc..", "..spring.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..",
					"org.springframework.boot.jdbc.."));
	}

	@Test
	void onlyAutoconfigureDeclaresBeans() {
		bites(methods().that()
			.areDeclaredInClassesThat()
			.resideOutsideOfPackage("..spring.autoconfigure..")
			.should()
			.notBeAnnotatedWith(Bean.class));
	}

	@Test
	void onlyRefusalProblemAndTheActuatorLookInsideARefusal() {
		bites(noClasses().that()
			.haveSimpleNameNotContaining("RefusalProblem")
			.and()
			// what RefusalProblem puts into its header
			.doNotHaveFullyQualifiedName("io.zerotrust.spring.web.Challenges")
			.and(not(resideInAPackage("io.zerotrust.spring.actuate").and(simpleName("AnswerDescriptor"))))
			.should()
			.callMethod(Challenge.class, "proof")
			.orShould()
			.callMethod(Challenge.class, "acr")
			.orShould()
			.callMethod(Challenge.class, "maxAge")
			.orShould()
			.callMethod(Throttle.class, "retryAfter")
			.orShould()
			.callMethod(Deny.class, "requiredScopes"));
	}

	@Test
	void onlyTheRoomOfMetricsSeesMeters() {
		bites(noClasses().that()
			.resideOutsideOfPackages("..spring.observe..", "..spring.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.micrometer.core.."));
	}

	@Test
	void onlyAutoconfigureKnowsMetricsAndTheEndpoint() {
		bites(noClasses().that()
			.resideOutsideOfPackages("..spring.observe..", "..spring.actuate..", "..spring.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..spring.observe..", "..spring.actuate.."));
	}

	@Test
	void metricsAndTheEndpointKnowNoStack() {
		bites(noClasses().that()
			.resideInAnyPackage("..spring.observe..", "..spring.actuate..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "..spring.web..",
					"..spring.method.."));
	}

	@Test
	void adaptersReachDecisionsThroughTheAuditedDecisionPoint() {
		bites(noClasses().should()
			.callMethod(CheckPipeline.class, "evaluate", io.zerotrust.access.AccessRequest.class));
	}

	@Test
	void autoConfigurationsAreFinalAndKeepTheirMembers() {
		bites(classes().that().areAnnotatedWith(AutoConfiguration.class).should(bePublicFinalWithoutPublicMembers()));
	}

	@Test
	void nobodyTellsTheTime() {
		bites(noClasses().should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis"));
	}

	private static void bites(ArchRule rule) {
		rule.check(MAIN);
		assertThat(rule.allowEmptyShould(true).evaluate(BROKEN).hasViolation()).as("the rule bites").isTrue();
	}

	private static ArchCondition<JavaClass> bePublicFinalWithoutPublicMembers() {
		return new ArchCondition<>("be public, final and without public members") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean open = !type.getModifiers().contains(PUBLIC) || !type.getModifiers().contains(FINAL)
						|| type.getMethods().stream().anyMatch((m) -> m.getModifiers().contains(JavaModifier.PUBLIC));
				events.add(new SimpleConditionEvent(type, !open, type.getName()));
			}

		};
	}

}
