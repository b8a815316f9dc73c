package io.zerotrust.spring.autoconfigure;

import java.lang.reflect.InvocationTargetException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

import io.zerotrust.spring.PackagedRule;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Disguised;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Final;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Fine;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Inert;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Open;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Ruled;
import io.zerotrust.spring.autoconfigure.UnguardableServices.Unmapped;
import io.zerotrust.spring.method.MappedMethods;
import io.zerotrust.spring.method.MethodGates;
import io.zerotrust.spring.method.MethodProblem;
import io.zerotrust.spring.method.StandIns;
import io.zerotrust.spring.method.UnguardedMethodsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rules at methods that would not hold stop the start, and say what to do.
 */
@ExtendWith(OutputCaptureExtension.class)
class ZtMethodAutoConfigurationTests {

	private static final String TYPE = UnguardableServices.class.getName() + "$";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZtMethodAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Final | Final | is final, so nobody can stand in front of its methods \
					| make it an open class, or put the rules at the class that calls it
					Recorded | Recorded | is a record, so nobody can stand in front of its methods \
					| make it an open class, or put the rules at the class that calls it
					Closed | Closed | has private constructors only, so nobody can stand in front of its methods \
					| make it an open class, or put the rules at the class that calls it
					SealedBean | SealedBean | is sealed, so nobody can stand in front of its methods \
					| make it an open class, or put the rules at the class that calls it
					FinalMethod | FinalMethod.ruled | is final, so its rule could not be enforced \
					| remove final, or make the method private
					FinalMethodOfType | FinalMethodOfType.ruled | is final, so the rule at its type could not be enforced \
					| remove final, or make the method private
					PrivateMethod | PrivateMethod.ruled | is private, so its rule would never be asked \
					| put the rule at the method other beans call, or remove it
					StaticMethod | StaticMethod.ruled | is static, so its rule would never be asked \
					| put the rule at the method other beans call, or remove it
					ObjectMethod | ObjectMethod.toString | is a method of Object, which no rule is asked for \
					| put the rule at the method other beans call, or remove it
					Conflicting | Conflicting.ruled | has rules that conflict: @RequiresStepUp at \
					io.zerotrust.spring.autoconfigure.UnguardableServices$Conflicting.ruled needs a rule that says who may call \
					| let one of them stand, or say the same at both
					TooEarly | Fine | was made, as bean 'fine', before the guard or beside the container, so its rules are \
					not enforced | let no BeanPostProcessor or BeanFactoryPostProcessor need it (inject an ObjectProvider \
					there), and register no finished object
					""")
	void startWhenRuleCannotHoldThenFailsWithWhatToDo(String service, String where, String what, String fix)
			throws Exception {
		MethodProblem problem = new MethodProblem(TYPE + where, what, fix);
		runner(service).run((context) -> assertThat(context).getFailure()
			.satisfies((failure) -> assertThat(problems(failure)).containsExactly(problem)));
		runner(service).withPropertyValues("zt.mode=observe").run((context) -> assertThat(context).hasNotFailed());
	}

	private ApplicationContextRunner runner(String service) throws ClassNotFoundException {
		Class<?> type = Class.forName(TYPE + service);
		return "Closed".equals(service)
				? this.runner.withBean(UnguardableServices.Closed.class, UnguardableServices.Closed::of)
				: this.runner.withUserConfiguration(type);
	}

	@Test
	void startWhenMethodIsPackagedElsewhereThenFails() {
		this.runner.withUserConfiguration(UnguardableServices.Packaged.class)
			.run((context) -> assertThat(problems(context.getStartupFailure())).containsExactly(new MethodProblem(
					PackagedRule.class.getName() + ".ruled", "is visible in its package only, and " + TYPE
							+ "Packaged is in another, so its rule could " + "not be enforced",
					"make the method protected or public")));
	}

	@Test
	void startWhenObservedThenEachIsToldOnce(CapturedOutput output) {
		this.runner.withUserConfiguration(Final.class, UnguardableServices.PrivateMethod.class)
			.withPropertyValues("zt.mode=observe")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(AopUtils.isAopProxy(context.getBean(Final.class))).isFalse();
			});
		assertThat(output.getOut().lines()).filteredOn((line) -> line.contains("zt would not start"))
			.hasSize(2)
			.anyMatch((line) -> line.contains("$Final is final"))
			.anyMatch((line) -> line.contains("$PrivateMethod.ruled is private"));
	}

	@Test
	void startWhenSubclassOfSealedIsOpenThenIsGuarded() {
		this.runner.withUserConfiguration(Open.class).run((context) -> assertGuarded(context.getBean(Open.class)));
	}

	@Test
	void startWhenInterfacesAreProxiedThenFinalIsNoObstacle() {
		this.runner.withUserConfiguration(Final.class)
			.withPropertyValues("spring.aop.proxy-target-class=false")
			.run((context) -> {
				Ruled bean = context.getBean(Ruled.class);
				assertThat(AopUtils.isJdkDynamicProxy(bean)).isTrue();
				assertGuarded(bean);
			});
	}

	@Test
	void startWhenMethodsAreFineThenNothingIsSaid(CapturedOutput output) {
		this.runner.withUserConfiguration(Fine.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(MethodGates.class).problems()).isEmpty();
			assertGuarded(context.getBean(Fine.class));
		});
		assertThat(output).doesNotContain("zt would not start");
	}

	@Test
	void startWhenBeansAreNotMadeYetThenTheirTypesAreLookedAtAndTheyStayUnmade() {
		this.runner.withUserConfiguration(UnguardableServices.Unmade.class)
			.run((context) -> assertThat(problems(context.getStartupFailure())).extracting(MethodProblem::where)
				.containsExactly(TYPE + "Final", TYPE + "Recorded"));
	}

	@Test
	void getWhenTypeShowsOnlyWhenMadeThenIsNotMade() {
		this.runner.withUserConfiguration(Disguised.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> context.getBean("disguised"))
				.withRootCauseInstanceOf(UnguardedMethodsException.class);
		});
	}

	@Test
	void startWhenObjectIsRegisteredThenFailsUnlessItStandsIn() {
		ApplicationContextRunner registered = this.runner
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("finished", new Fine()));
		registered.run((context) -> assertThat(problems(context.getStartupFailure())).singleElement()
			.satisfies((problem) -> assertThat(problem.what()).contains("bean 'finished'")));
		registered.withBean(StandIns.class, () -> Fine.class::isInstance)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenRuleIsInConfigurationThenFails() {
		this.runner.withUserConfiguration(UnguardableServices.Settings.class)
			.run((context) -> assertThat(problems(context.getStartupFailure())).containsExactlyInAnyOrder(
					new MethodProblem(TYPE + "Settings.ruled",
							"is in a configuration class, where no rule is asked for",
							"move the method to a bean of its own"),
					new MethodProblem(TYPE + "Settings.made",
							"makes a bean that handles no requests, so its rule would never be asked",
							"put the rule at " + TYPE + "Fine")));
	}

	@Test
	void startWhenControllerMethodIsMappedNowhereThenFails() throws Exception {
		MappedMethods mapped = () -> List.of(Unmapped.class.getDeclaredMethods());
		this.runner.withUserConfiguration(Unmapped.class)
			.withBean(MappedMethods.class, () -> List::of)
			.run((context) -> assertThat(problems(context.getStartupFailure())).singleElement()
				.isEqualTo(new MethodProblem(TYPE + "Unmapped.ruled",
						"is in a controller but mapped nowhere, so its rule would never be asked",
						"map it, move it to a service, or remove the rule")));
		this.runner.withUserConfiguration(Unmapped.class).withBean(MappedMethods.class, () -> mapped).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(AopUtils.isAopProxy(context.getBean(Unmapped.class))).isFalse();
		});
	}

	@Test
	void startWhenMethodSecurityIsNotEnabledThenItsAnnotationsFail() {
		this.runner.withUserConfiguration(Inert.class)
			.run((context) -> assertThat(problems(context.getStartupFailure())).extracting(MethodProblem::fix)
				.containsExactlyInAnyOrder(
						"add @EnableMethodSecurity to a configuration class, or remove the annotation",
						"add @EnableMethodSecurity(securedEnabled = true) to a configuration class, or remove the "
								+ "annotation",
						"add @EnableMethodSecurity(jsr250Enabled = true) to a configuration class, or remove the "
								+ "annotation"));
		this.runner.withUserConfiguration(Inert.class, PrePost.class)
			.run((context) -> assertThat(problems(context.getStartupFailure())).extracting(MethodProblem::where)
				.containsExactlyInAnyOrder(TYPE + "Inert.secured", TYPE + "Inert.allowed"));
		this.runner.withUserConfiguration(Inert.class, All.class).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void analyzeThenNamesEachWithItsFix() {
		FailureAnalysis analysis = new UnguardedMethodsFailureAnalyzer().analyze(new Exception("around"),
				new UnguardedMethodsException(List.of(new MethodProblem("Orders.read", "is final", "remove final"),
						new MethodProblem("Orders.write", "is private", "make it public"))));
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				Rules stand at methods where they would not hold:

				  Orders.read
				    is final
				    fix: remove final
				  Orders.write
				    is private
				    fix: make it public
				""");
		assertThat(analysis.getAction())
			.isEqualTo("Do what is said at each. To see first what would be refused, set zt.mode: observe.");
	}

	private static void assertGuarded(Object bean) {
		assertThat(AopUtils.isAopProxy(bean)).isTrue();
		// there is no decision point to ask, and so nobody to permit
		assertThatExceptionOfType(InvocationTargetException.class)
			.isThrownBy(() -> bean.getClass().getMethod("ruled").invoke(bean))
			.havingCause()
			.withMessageContaining("DecisionPoint");
	}

	private static List<MethodProblem> problems(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause != null) {
			if (cause instanceof UnguardedMethodsException unguarded) {
				return unguarded.problems();
			}
			cause = cause.getCause();
		}
		throw new AssertionError("no rule was complained about", failure);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class PrePost {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity(securedEnabled = true, jsr250Enabled = true)
	static class All {

	}

}
