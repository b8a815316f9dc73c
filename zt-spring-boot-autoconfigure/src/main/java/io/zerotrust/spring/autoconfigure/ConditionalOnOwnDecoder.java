package io.zerotrust.spring.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when properties name an issuer of JWTs, so that zt can verify its tokens.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@Conditional(ConditionalOnOwnDecoder.OnIssuer.class)
@interface ConditionalOnOwnDecoder {

	/**
	 * Reads the properties of Spring Boot and zt.
	 */
	class OnIssuer extends SpringBootCondition {

		private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

		private static final List<String> KEYS = List.of(JWT + "issuer-uri", JWT + "jwk-set-uri",
				JWT + "public-key-location", "zt.issuers[0].issuer");

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			String found = first(context.getEnvironment());
			return new ConditionOutcome(!found.isEmpty(), ConditionMessage.forCondition(ConditionalOnOwnDecoder.class)
				.because(found.isEmpty() ? "no issuer of JWTs is named" : found + " is set"));
		}

		private static String first(Environment environment) {
			for (String key : KEYS) {
				String value = environment.getProperty(key);
				if (value != null && !value.isBlank()) {
					return key;
				}
			}
			return "";
		}

	}

}
