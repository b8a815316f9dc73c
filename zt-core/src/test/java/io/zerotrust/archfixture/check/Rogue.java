package io.zerotrust.archfixture.check;

import org.assertj.core.api.Assertions;

import io.zerotrust.archfixture.access.ImpatientResource;
import io.zerotrust.archfixture.policy.PolicyManager;

/**
 * Wrong: uses a library that is not named, and a leaf room.
 */
public final class Rogue {

	private final PolicyManager manager = new PolicyManager();

	void look(ImpatientResource resource) {
		Assertions.assertThat(resource).isNotEqualTo(this.manager);
	}

}
