package io.zerotrust.spring.method;

/**
 * A rule at a method, or at a type, that would not hold.
 *
 * @param where the method or type
 * @param what why the rule would not hold
 * @param fix what to do about it
 * @since 0.1.0
 */
public record MethodProblem(String where, String what, String fix) {

}
