package io.zerotrust.archfixture.outcome;

import io.zerotrust.archfixture.policy.PolicyManager;

/**
 * Wrong in the room of outcomes: knows a room that listens to it.
 */
public final class LearnsByItself {

	private final PolicyManager learner = new PolicyManager();

	Object learner() {
		return this.learner;
	}

}
