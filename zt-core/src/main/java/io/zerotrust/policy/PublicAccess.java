package io.zerotrust.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Everybody may call the endpoint, without a token too.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface PublicAccess {

	/**
	 * Return why this is right, for the next reader and the posture report.
	 * @return the reason, not blank
	 */
	String reason();

	/**
	 * Whether a caller that sends a token is served as an anonymous one, so that a stale
	 * token does no harm. Without it a bad token is refused.
	 * @return {@code true} to drop the credential unread
	 */
	boolean ignoreBadCredentials() default false;

}
