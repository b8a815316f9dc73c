package io.zerotrust.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.zerotrust.access.SubjectKind;

/**
 * The endpoint may be called from these clients only, whoever the user is (NIST SP
 * 800-207A: service identity and user identity are decided on together). Without a rule
 * about scopes or roles beside it, it is the rule that admits.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface AllowedCallers {

	/**
	 * Return the clients that may call, by their identifier at the issuer.
	 * @return any of these, or of {@link #roles}
	 */
	String[] value() default {};

	/**
	 * Return the roles of clients that may call. A client has the roles that
	 * {@code zt.callers} gives it; a service also those of its own token.
	 * @return any of these, or of {@link #value}
	 */
	String[] roles() default {};

	/**
	 * Return what kind of subject may call; every kind if none is named. Whoever is not
	 * proven to be a service or an agent counts as human.
	 * @return any of these
	 */
	SubjectKind[] kinds() default {};

}
