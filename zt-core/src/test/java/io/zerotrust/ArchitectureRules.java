package io.zerotrust;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.LocalCheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The direction rules of the core, for rooms under a root, so that each can be seen red
 * on rooms that are built wrongly.
 */
final class ArchitectureRules {

	private static final List<String> LEAVES = List.of("policy", "token", "risk", "ratelimit", "audit", "posture");

	private static final String CAFFEINE = "com.github.benmanes.caffeine..";

	private static final String BUCKET4J = "io.github.bucket4j..";

	private static final String NIMBUS = "com.nimbusds..";

	private static final String CRYPTOGRAPHY = "javax.crypto..";

	private static final String TLS = "javax.net.ssl..";

	private final String root;

	ArchitectureRules(String root) {
		this.root = root;
	}

	ArchRule onlyTheLibrariesNamed() {
		return classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.zerotrust..", "java..", "org.jspecify..", CRYPTOGRAPHY, TLS, CAFFEINE, BUCKET4J,
					NIMBUS);
	}

	ArchRule scoreKnowsNothingOfLearning() {
		return noClasses().that()
			.resideInAPackage(this.root + ".risk")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(this.root + ".risk.learned..", this.root + ".risk.quarantine..");
	}

	ArchRule onlyRateLimitKnowsBuckets() {
		return noClasses().that()
			.resideOutsideOfPackage(this.root + ".ratelimit..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(BUCKET4J);
	}

	ArchRule onlyTokenKnowsJose() {
		return noClasses().that()
			.resideOutsideOfPackage(this.root + ".token..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(NIMBUS);
	}

	ArchRule noCycles() {
		return slices().matching(this.root + ".(*)..").should().beFreeOfCycles();
	}

	ArchRule basicRoomsKnowNobody(String room) {
		return roomKnowsOnly(room, room);
	}

	ArchRule checkKnowsQuestionAndAnswer() {
		return roomKnowsOnly("check", "check", "access", "decision");
	}

	ArchRule leafKnowsNoOtherLeaf(String leaf) {
		return roomKnowsOnly(leaf, leaf, "access", "decision", "check", "outcome");
	}

	ArchRule outcomeKnowsWhatWasDecided() {
		return roomKnowsOnly("outcome", "outcome", "access", "decision", "check");
	}

	static List<String> leaves() {
		return LEAVES;
	}

	private ArchRule roomKnowsOnly(String room, String... known) {
		Stream<String> rooms = Arrays.stream(known).map((name) -> this.root + "." + name + "..");
		return classes().that()
			.resideInAPackage(this.root + "." + room + "..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(Stream
				.concat(rooms, Stream.of("java..", "org.jspecify..", CRYPTOGRAPHY, TLS, CAFFEINE, BUCKET4J, NIMBUS))
				.toArray(String[]::new));
	}

	ArchRule nobodyLooksAtTheClock() {
		return noClasses().should().accessTargetWhere(new LooksAtTheClock());
	}

	ArchRule localChecksDoNotWait() {
		return noClasses().that()
			.areAssignableTo(LocalCheck.class)
			.should()
			.dependOnClassesThat(new Waits())
			.orShould()
			.accessTargetWhere(target("Thread.sleep", Thread.class, "sleep"))
			.orShould()
			.accessTargetWhere(target("Object.wait", Object.class, "wait"))
			.orShould()
			.accessTargetWhere(new LooksUpName());
	}

	ArchRule everyPackageIsNullMarked() {
		return classes().should(new BeNullMarked());
	}

	ArchRule onlyAuditAsksThePipeline() {
		return noClasses().that()
			.resideOutsideOfPackage(this.root + ".audit..")
			.should()
			.accessTargetWhere(target("CheckPipeline.evaluate", CheckPipeline.class, "evaluate"));
	}

	ArchRule namesSaySomething() {
		return noClasses().should()
			.haveSimpleNameEndingWith("Manager")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.orShould()
			.haveSimpleNameContaining("Util")
			.orShould()
			.haveSimpleNameEndingWith("Impl");
	}

	private static DescribedPredicate<JavaAccess<?>> target(String description, Class<?> owner, String name) {
		return DescribedPredicate.describe(description,
				(access) -> access.getTargetOwner().isEquivalentTo(owner) && access.getTarget().getName().equals(name));
	}

	private static final class LooksAtTheClock extends DescribedPredicate<JavaAccess<?>> {

		private static final String CONSTRUCTOR = "<init>";

		LooksAtTheClock() {
			super("looks at the clock");
		}

		@Override
		public boolean test(JavaAccess<?> access) {
			JavaClass owner = access.getTargetOwner();
			String name = access.getTarget().getName();
			if (owner.isEquivalentTo(System.class)) {
				return name.equals("currentTimeMillis") || name.equals("nanoTime");
			}
			if (owner.isEquivalentTo(Clock.class)) {
				return name.startsWith("system") || name.startsWith("tick");
			}
			if (owner.isEquivalentTo(Date.class)) {
				return name.equals(CONSTRUCTOR)
						&& access.getTarget() instanceof AccessTarget.CodeUnitCallTarget constructor
						&& constructor.getRawParameterTypes().isEmpty();
			}
			return owner.getPackageName().startsWith("java.time") && name.equals("now");
		}

	}

	private static final class Waits extends DescribedPredicate<JavaClass> {

		Waits() {
			super("wait for something");
		}

		@Override
		public boolean test(JavaClass target) {
			String name = target.getName();
			return target.getPackageName().equals("java.io") || name.startsWith("java.nio.channels.")
					|| name.startsWith("java.nio.file.") || name.startsWith("java.net.http.")
					|| name.equals("java.net.URL") || name.startsWith("java.net.URLConnection")
					|| name.startsWith("java.net.Socket") || name.startsWith("java.net.ServerSocket")
					|| name.startsWith("java.net.DatagramSocket") || name.startsWith("java.util.concurrent.locks.")
					|| isFuture(name);
		}

		private static boolean isFuture(String name) {
			return name.startsWith("java.util.concurrent.") && !name.startsWith("java.util.concurrent.atomic.")
					&& !name.startsWith("java.util.concurrent.Concurrent");
		}

	}

	private static final class LooksUpName extends DescribedPredicate<JavaAccess<?>> {

		private static final Set<String> NAMES = Set.of("getByName", "getAllByName", "getLocalHost", "getHostName",
				"getCanonicalHostName", "isReachable");

		LooksUpName() {
			super("look up a name");
		}

		@Override
		public boolean test(JavaAccess<?> access) {
			return access.getTargetOwner().isAssignableTo(InetAddress.class)
					&& NAMES.contains(access.getTarget().getName());
		}

	}

	private static final class BeNullMarked extends ArchCondition<JavaClass> {

		BeNullMarked() {
			super("reside in a package that is @NullMarked");
		}

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
			events.add(new SimpleConditionEvent(type, marked,
					type.getName() + " resides in a package that is " + (marked ? "" : "not ") + "@NullMarked"));
		}

	}

}
