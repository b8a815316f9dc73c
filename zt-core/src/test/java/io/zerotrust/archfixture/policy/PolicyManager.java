package io.zerotrust.archfixture.policy;

/**
 * Wrong: a name that says nothing.
 */
public final class PolicyManager {

}
