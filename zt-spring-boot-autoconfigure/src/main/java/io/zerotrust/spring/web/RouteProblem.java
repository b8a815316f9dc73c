package io.zerotrust.spring.web;

/**
 * What is wrong with a rule an operator wrote.
 *
 * @param description the key, its value and what is wrong with it
 * @param action what to write instead
 * @since 0.1.0
 */
public record RouteProblem(String description, String action) {

}
