package io.zerotrust.spring.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when a property says where an issuer is asked about tokens.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@Conditional(ConditionalOnIntrospection.OnIntrospection.class)
@interface ConditionalOnIntrospection {

	/**
	 * Looks at Spring Boot's property and at those of each issuer.
	 */
	class OnIntrospection extends SpringBootCondition {

		private static final Bindable<List<Map<String, Object>>> ISSUERS = Bindable
			.of(ResolvableType.forClassWithGenerics(List.class,
					ResolvableType.forClassWithGenerics(Map.class, String.class, Object.class)));

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean asked = isAsked(context.getEnvironment());
			return new ConditionOutcome(asked, ConditionMessage.forCondition(ConditionalOnIntrospection.class)
				.because(asked ? "an issuer is asked" : "no issuer is asked"));
		}

		private static boolean isAsked(Environment environment) {
			if (environment.containsProperty(IntrospectionSettings.BOOT + "introspection-uri")) {
				return true;
			}
			return Binder.get(environment)
				.bind("zt.issuers", ISSUERS)
				.orElse(List.of())
				.stream()
				.anyMatch((issuer) -> issuer.containsKey("introspection"));
		}

	}

}
