package io.zerotrust.risk;

/**
 * What a signal added to a score.
 *
 * @param signal the name of the signal
 * @param assessment what it said
 * @since 0.1.0
 */
public record Contribution(String signal, Assessment assessment) {

}
