package io.zerotrust.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.zerotrust.access.SensitivityLevel;

/**
 * How much harm a misused endpoint does; {@link SensitivityLevel#MEDIUM} if it does not
 * say.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Sensitivity {

	/**
	 * Return the level.
	 * @return how much harm misuse does
	 */
	SensitivityLevel value();

}
