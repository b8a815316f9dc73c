package io.zerotrust.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.zerotrust.access.SenderConstraint;

/**
 * The token must be bound to a key of the caller, so that a stolen one is worth nothing
 * (OWASP ASVS 10.3.5).
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface RequiresSenderConstrained {

	/**
	 * Return how the token may be bound; any way if none is named.
	 * @return any of these
	 */
	SenderConstraint[] value() default {};

}
