package io.zerotrust.check;

/**
 * A fact that a finding rests on, for audit and operators.
 *
 * @param name what was looked at, {@code risk.score} for example
 * @param value what was seen; never a credential
 * @since 0.1.0
 */
public record Evidence(String name, String value) {

}
