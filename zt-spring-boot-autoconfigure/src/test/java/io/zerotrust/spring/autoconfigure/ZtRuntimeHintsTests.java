package io.zerotrust.spring.autoconfigure;

import java.lang.reflect.Constructor;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.OverridingClassLoader;
import org.springframework.javapoet.ClassName;

import io.zerotrust.policy.AllowedCallers;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresSenderConstrained;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.actuate.AnswerDescriptor;
import io.zerotrust.spring.actuate.DecisionDescriptor;
import io.zerotrust.spring.actuate.EndpointDescriptor;
import io.zerotrust.spring.actuate.PolicyDescriptor;
import io.zerotrust.spring.actuate.PostureDescriptor;
import io.zerotrust.spring.actuate.StepDescriptor;
import io.zerotrust.spring.actuate.SummaryDescriptor;
import io.zerotrust.spring.web.HandlerAnnotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class ZtRuntimeHintsTests {

	@Test
	void registerThenEveryAnnotationCanBeReadAndSynthesized() {
		RuntimeHints hints = new RuntimeHints();
		new ZtRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(HandlerAnnotations.kinds()).containsExactlyInAnyOrder(RequiresScope.class, RequiresRole.class,
				PublicAccess.class, AnyAuthenticated.class, AllowedCallers.class, RequiresStepUp.class,
				RequiresSenderConstrained.class, Sensitivity.class);
		assertThat(HandlerAnnotations.kinds()).allSatisfy((annotation) -> {
			assertThat(RuntimeHintsPredicates.proxies().forInterfaces(annotation)).accepts(hints);
			assertThat(RuntimeHintsPredicates.reflection()
				.onType(annotation)
				.withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS)).accepts(hints);
		});
	}

	@Test
	void registerThenWhatOthersAreRecognisedByIsKept() {
		RuntimeHints hints = new RuntimeHints();
		new ZtRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference
				.of("org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration")))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("org.springframework.security.oauth2.server.authorization.OAuth2Authorization")))
			.accepts(hints);
	}

	@Test
	void registerThenWhatTheEndpointAnswersCanBeWritten() {
		RuntimeHints hints = new RuntimeHints();
		new ZtRuntimeHints().registerHints(hints, getClass().getClassLoader());
		for (Class<?> written : List.of(SummaryDescriptor.class, PolicyDescriptor.class, StepDescriptor.class,
				EndpointDescriptor.class, EndpointDescriptor.Callers.class, PostureDescriptor.class,
				PostureDescriptor.Uncovered.class, ObserveReport.Row.class, DecisionDescriptor.class,
				DecisionDescriptor.Fact.class, AnswerDescriptor.Demands.class)) {
			assertThat(RuntimeHintsPredicates.reflection()
				.onMethodInvocation(written, written.getRecordComponents()[0].getName())).as("%s", written)
				.accepts(hints);
		}
	}

	// applications without the Actuator are processed ahead of time too
	@Test
	void registerWhenActuatorIsAbsentThenRegistersTheRest() throws ReflectiveOperationException {
		ClassLoader without = new FilteredClassLoader("org.springframework.boot.actuate", "io.micrometer");
		ClassLoader application = new OverridingClassLoader(without) {

			@Override
			protected boolean isEligibleForOverriding(String className) {
				return className.startsWith("io.zerotrust.");
			}

		};
		Constructor<?> constructor = application.loadClass(ZtRuntimeHints.class.getName()).getDeclaredConstructor();
		constructor.setAccessible(true);
		RuntimeHints hints = new RuntimeHints();
		((RuntimeHintsRegistrar) constructor.newInstance()).registerHints(hints, application);
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(RequiresScope.class))).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(SummaryDescriptor.class)))
			.rejects(hints);
	}

	@Test
	void processWhenRulesStandAtInterfaceAndMethodThenBothTypesAreKept() {
		RuntimeHints hints = process(Orders.class);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(Orders.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(OrdersApi.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Unruled.class)).rejects(hints);
	}

	@Test
	void processWhenNoRuleThenNothingIsKept() {
		assertThat(RuntimeHintsPredicates.reflection().onType(Base.class)).rejects(process(Base.class));
	}

	@Test
	void servicesThenRegistered() {
		assertThat(AotServices.factories().load(RuntimeHintsRegistrar.class))
			.hasAtLeastOneElementOfType(ZtRuntimeHints.class);
		assertThat(AotServices.factories().load(BeanRegistrationAotProcessor.class))
			.hasAtLeastOneElementOfType(RuleHintsProcessor.class);
	}

	private static RuntimeHints process(Class<?> type) {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition("bean", new RootBeanDefinition(type));
		BeanRegistrationAotContribution contribution = new RuleHintsProcessor()
			.processAheadOfTime(RegisteredBean.of(beanFactory, "bean"));
		GeneratedFiles files = new InMemoryGeneratedFiles();
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("io.zerotrust", "Test")), files);
		if (contribution != null) {
			contribution.applyTo(generation, mock());
		}
		return generation.getRuntimeHints();
	}

	interface Unruled {

		void list();

	}

	interface OrdersApi {

		@RequiresScope("orders:read")
		void list();

	}

	static class Base implements Unruled {

		@Override
		public void list() {
		}

	}

	static class Orders extends Base implements OrdersApi {

		@PublicAccess(reason = "no secret")
		void terms() {
		}

	}

}
