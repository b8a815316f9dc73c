package io.zerotrust.spring;

import io.zerotrust.policy.RequiresScope;

/**
 * Has a rule at a method that subtypes in other packages cannot override.
 */
public class PackagedRule {

	@RequiresScope("ruled")
	String ruled() {
		return "ran";
	}

}
