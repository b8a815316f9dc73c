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

import io.zerotrust.check.Mode;

/**
 * Matches when refusals are enforced, by the same reading of {@code zt.mode} as the
 * properties have.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@Conditional(ConditionalOnEnforcing.OnEnforcing.class)
@interface ConditionalOnEnforcing {

	/**
	 * Reads {@code zt.mode}.
	 */
	class OnEnforcing extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Mode mode = mode(context.getEnvironment());
			return new ConditionOutcome(mode == Mode.ENFORCE,
					ConditionMessage.forCondition(ConditionalOnEnforcing.class).because("zt.mode is " + mode));
		}

		static Mode mode(Environment environment) {
			return Binder.get(environment).bind("zt.mode", Mode.class).orElse(Mode.ENFORCE);
		}

	}

}
