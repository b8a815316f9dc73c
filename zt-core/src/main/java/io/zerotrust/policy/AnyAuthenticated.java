package io.zerotrust.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every caller with an accepted token may call the endpoint, whatever its scopes and
 * roles.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface AnyAuthenticated {

	/**
	 * Return why no scope is needed, for the next reader and the posture report.
	 * @return the reason, not blank
	 */
	String reason();

}
