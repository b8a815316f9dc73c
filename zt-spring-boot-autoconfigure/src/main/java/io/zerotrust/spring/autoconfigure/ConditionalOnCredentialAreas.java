package io.zerotrust.spring.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when credentials other than tokens do somewhere, by the same reading of
 * {@code zt.credentials} as the properties have.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@Conditional(ConditionalOnCredentialAreas.OnCredentialAreas.class)
@interface ConditionalOnCredentialAreas {

	/**
	 * Reads {@code zt.credentials}.
	 */
	class OnCredentialAreas extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean areas = areas(context.getEnvironment());
			return new ConditionOutcome(areas, ConditionMessage.forCondition(ConditionalOnCredentialAreas.class)
				.because("zt.credentials " + (areas ? "has" : "has no") + " areas"));
		}

		static boolean areas(Environment environment) {
			return Binder.get(environment)
				.bind("zt.credentials", ZtProperties.Credentials.class)
				.map((credentials) -> !credentials.isEmpty())
				.orElse(false);
		}

	}

}
