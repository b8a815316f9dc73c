package io.zerotrust.spring.web.endpoint;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.aot.BeanInstanceSupplier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.InstanceSupplier;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.RouteRules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What only bean definitions written ahead of time do differently.
 */
class FunctionRulesTests {

	@Test
	void policyOfWhenWrittenAheadOfTimeThenRuleOfTheBeanMethod() {
		RootBeanDefinition definition = new RootBeanDefinition(RouterFunction.class);
		definition.setInstanceSupplier(BeanInstanceSupplier.forFactoryMethod(Routes.class, "routes"));
		EndpointPolicy policy = policyOf(definition);
		assertThat(policy.admission()).isEqualTo(Admission.RULED);
		assertThat(policy.scopes().allOf()).containsExactly("orders:read");
	}

	@Test
	void policyOfWhenNobodyKnowsTheBeanMethodThenUncovered() {
		RootBeanDefinition definition = new RootBeanDefinition(RouterFunction.class);
		definition.setInstanceSupplier(InstanceSupplier.of((bean) -> new Routes().routes()));
		assertThat(policyOf(definition).admission()).isEqualTo(Admission.UNCOVERED);
	}

	private static EndpointPolicy policyOf(RootBeanDefinition definition) {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition("routes", definition);
		RouteRules silent = new RouteRules(List.of(), new CredentialAreas(Map.of()));
		return new FunctionRules(beanFactory).policyOf("routes", silent.at("/orders", "GET"));
	}

	static class Routes {

		@RequiresScope("orders:read")
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route().GET("/orders", (request) -> ServerResponse.ok().build()).build();
		}

	}

}
