package io.zerotrust.decision;

/**
 * The answer of a gate.
 *
 * @since 0.1.0
 */
public sealed interface Decision permits Permit, Refusal {

}
