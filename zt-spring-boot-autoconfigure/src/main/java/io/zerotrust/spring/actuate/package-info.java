/**
 * The Actuator endpoint that explains decisions, policy and posture to operators.
 */
@NullMarked
package io.zerotrust.spring.actuate;

import org.jspecify.annotations.NullMarked;
