package io.zerotrust.check;

/**
 * What a step of a pipeline contributed to an evaluation.
 *
 * @param check the name of the check
 * @param mode whether its refusal was enforced
 * @param finding what it found
 * @since 0.1.0
 */
public record StepFinding(String check, Mode mode, Finding finding) {

}
