package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.zerotrust.spring.autoconfigure.UnaskedServices.ContractController;
import io.zerotrust.spring.autoconfigure.UnaskedServices.Late;
import io.zerotrust.spring.method.MappedMethods;
import io.zerotrust.spring.method.MethodProblem;
import io.zerotrust.spring.method.UnguardedMethodsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Rules that reach a bean from afar, or show late, are not forgotten.
 */
class UnaskedServicesTests {

	private static final String TYPE = UnaskedServices.class.getName() + "$";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZtMethodAutoConfiguration.class));

	private final ApplicationContextRunner parent = new ApplicationContextRunner().withBean("fine",
			UnguardableServices.Fine.class);

	@ParameterizedTest
	@CsvSource({ "ContractSettings, Contract.ruled", "TypedSettings, Typed", "ContractController, Contract.ruled",
			"Handler, Handler.handleRequest", "ContractHandler, Contract.ruled" })
	void startWhenNobodyAsksForTheRuleThenFails(String bean, String where) throws Exception {
		Class<?> type = Class.forName(TYPE + bean);
		this.runner.withUserConfiguration(type)
			.withBean(MappedMethods.class, () -> List::of)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOfSatisfying(UnguardedMethodsException.class,
						(failure) -> assertThat(failure.problems()).extracting(MethodProblem::where)
							.containsExactly(TYPE + where)));
	}

	@Test
	void startWhenNothingMapsControllersThenTheyAreGuardedAsServices() {
		this.runner.withUserConfiguration(ContractController.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(AopUtils.isAopProxy(context.getBean(ContractController.class))).isTrue();
		});
	}

	@Test
	void getWhenFinalMethodShowsOnlyWhenMadeThenIsNotMade() {
		this.runner.withUserConfiguration(Late.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> context.getBean("late"))
				.havingRootCause()
				.asInstanceOf(type(UnguardedMethodsException.class))
				.satisfies((failure) -> assertThat(failure.problems()).extracting(MethodProblem::where)
					.containsExactly(TYPE + "Hidden.ruled"));
		});
	}

	@ParameterizedTest
	@CsvSource({ "EarlyProduct, product", "EarlyProxy, proxy" })
	void startWhenWhatAnotherMakesIsMadeTooEarlyThenFails(String configuration, String bean) throws Exception {
		this.runner.withUserConfiguration(Class.forName(TYPE + configuration))
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOfSatisfying(UnguardedMethodsException.class,
						(failure) -> assertThat(failure.problems()).singleElement()
							.satisfies((problem) -> assertThat(problem.what()).contains("bean '" + bean + "'"))));
	}

	@Test
	void startWhenWhatAnotherMakesIsMadeInTimeThenGuarded() {
		this.runner.withUserConfiguration(UnaskedServices.TimelyProduct.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeansOfType(UnaskedServices.Contract.class)).hasSize(4)
				.allSatisfy((name, bean) -> assertThatExceptionOfType(RuntimeException.class).isThrownBy(bean::ruled)
					.withMessageContaining("DecisionPoint"));
		});
	}

	@Test
	void startWhenBeanIsInAParentWithoutGuardThenFails() {
		this.parent.run((parent) -> this.runner.withParent(parent)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOfSatisfying(UnguardedMethodsException.class,
						(failure) -> assertThat(failure.problems()).singleElement()
							.satisfies((problem) -> assertThat(problem.what()).contains("bean 'fine'")))));
	}

	@Test
	void startWhenBeanIsInAParentWithGuardThenStarts() {
		this.parent.withConfiguration(AutoConfigurations.of(ZtMethodAutoConfiguration.class))
			.run((parent) -> this.runner.withParent(parent).run((context) -> assertThat(context).hasNotFailed()));
	}

}
