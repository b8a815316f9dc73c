package io.zerotrust.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The token must carry scopes (RFC 6750, section 3.1). With {@link RequiresScope} and
 * {@link RequiresRole} side by side both must hold.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface RequiresScope {

	/**
	 * Return the scopes of which every one is needed.
	 * @return all of these
	 */
	String[] value() default {};

	/**
	 * Return the scopes of which at least one is needed.
	 * @return any of these
	 */
	String[] anyOf() default {};

}
