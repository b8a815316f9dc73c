package io.zerotrust.spring.autoconfigure;

import jakarta.annotation.security.RolesAllowed;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.spring.PackagedRule;

/**
 * Services whose rules would not hold.
 */
@SuppressWarnings("unused")
final class UnguardableServices {

	private UnguardableServices() {
	}

	interface Ruled {

		@RequiresScope("ruled")
		default String ruled() {
			return "ran";
		}

	}

	static class Fine implements Ruled {

		// not public, and no rule at all
		private String hidden() {
			return "ran";
		}

		static String shared() {
			return "ran";
		}

	}

	static final class Final implements Ruled {

	}

	record Recorded() implements Ruled {

	}

	abstract static sealed class Sealed permits Open {

		@RequiresScope("ruled")
		public String ruled() {
			return "ran";
		}

	}

	static non-sealed class Open extends Sealed {

	}

	static sealed class SealedBean implements Ruled permits SealedBeanChild {

	}

	static final class SealedBeanChild extends SealedBean {

	}

	static class Packaged extends PackagedRule {

	}

	static class Closed implements Ruled {

		private Closed() {
		}

		static Closed of() {
			return new Closed();
		}

	}

	static class FinalMethod {

		@RequiresScope("ruled")
		public final String ruled() {
			return "ran";
		}

	}

	@RequiresScope("ruled")
	static class FinalMethodOfType {

		public final String ruled() {
			return "ran";
		}

		private String hidden() {
			return "ran";
		}

	}

	static class PrivateMethod {

		@RequiresScope("ruled")
		private String ruled() {
			return "ran";
		}

	}

	static class StaticMethod {

		@RequiresScope("ruled")
		static String ruled() {
			return "ran";
		}

	}

	static class ObjectMethod {

		@Override
		@RequiresScope("ruled")
		public String toString() {
			return "ran";
		}

	}

	static class Conflicting {

		@RequiresStepUp(acr = "gold")
		public String ruled() {
			return "ran";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Settings {

		@RequiresScope("ruled")
		String ruled() {
			return "ran";
		}

		@Bean
		@RequiresScope("ruled")
		Fine made() {
			return new Fine();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TooEarly {

		@Bean
		static BeanFactoryPostProcessor needy(Fine fine) {
			return (beanFactory) -> fine.ruled();
		}

		@Bean
		static Fine fine() {
			return new Fine();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unmade {

		@Bean
		@Lazy
		Final lazy() {
			throw new AssertionError("made");
		}

		@Bean
		@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
		Recorded prototype() {
			throw new AssertionError("made");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Disguised {

		@Bean
		@Lazy
		Object disguised() {
			return new Final();
		}

	}

	@Controller
	static class Unmapped {

		@RequiresScope("ruled")
		public String ruled() {
			return "ran";
		}

	}

	static class Inert {

		@PreAuthorize("denyAll()")
		public String denied() {
			return "ran";
		}

		@Secured("ROLE_ADMIN")
		public String secured() {
			return "ran";
		}

		@RolesAllowed("ADMIN")
		public String allowed() {
			return "ran";
		}

	}

}
