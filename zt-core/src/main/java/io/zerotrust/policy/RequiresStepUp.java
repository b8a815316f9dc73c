package io.zerotrust.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The user must have authenticated strongly, or recently, or both (RFC 9470).
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface RequiresStepUp {

	/**
	 * Return the acceptable authentication context class references in order of
	 * preference.
	 * @return values of the {@code acr} claim; empty accepts every one
	 */
	String[] acr() default {};

	/**
	 * Return the longest time since the user authenticated.
	 * @return seconds held against the {@code auth_time} claim; negative for no limit, 0
	 * is refused at start since no login is that recent
	 */
	long maxAge() default -1;

}
