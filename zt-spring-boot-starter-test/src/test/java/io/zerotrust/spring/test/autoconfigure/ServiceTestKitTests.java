package io.zerotrust.spring.test.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.stereotype.Service;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.method.InvocationRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;

/**
 * Guarded services are tested without a request, and mocked as any other bean.
 */
@SpringBootTest(properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
		"spring.security.oauth2.resourceserver.jwt.audiences=orders" })
class ServiceTestKitTests {

	@Autowired
	private Orders orders;

	@MockitoBean
	private Prices prices;

	@Test
	@WithMockUser(authorities = "SCOPE_orders:read")
	void callWhenMockUserHasScopeThenRuns() {
		assertThat(this.orders.read()).isEqualTo("orders");
		assertRefused(this.orders::cancel, "policy.role-missing");
	}

	@Test
	@WithMockUser(roles = "admin")
	void callWhenMockUserHasRoleThenRuns() {
		assertThat(this.orders.cancel()).isEqualTo("cancelled");
		assertRefused(this.orders::read, "policy.scope-missing");
	}

	@Test
	@WithAnonymousUser
	void callWhenAnonymousThenRefused() {
		assertRefused(this.orders::read, "subject.missing");
	}

	@Test
	void callWhenNobodyIsThereThenRefused() {
		assertRefused(this.orders::read, "subject.missing");
	}

	@Test
	void callWhenServiceIsMockedThenAnswersAsTold() {
		given(this.prices.price()).willReturn("12");
		assertThat(this.prices.price()).isEqualTo("12");
	}

	private static void assertRefused(Runnable call, String code) {
		assertThatExceptionOfType(InvocationRefusedException.class).isThrownBy(call::run)
			.satisfies((refused) -> assertThat(refused.refusal().reason().code()).isEqualTo(code));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Orders.class, Prices.class })
	static class Application {

	}

	@Service
	static class Orders {

		@RequiresScope("orders:read")
		public String read() {
			return "orders";
		}

		@RequiresRole("admin")
		public String cancel() {
			return "cancelled";
		}

	}

	@Service
	static class Prices {

		@RequiresScope("prices:read")
		public String price() {
			throw new AssertionError("mocked");
		}

	}

}
