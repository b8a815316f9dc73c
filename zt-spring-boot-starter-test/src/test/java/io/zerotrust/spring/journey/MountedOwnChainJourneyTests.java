package io.zerotrust.spring.journey;

import java.util.List;

/**
 * The same once more, away from the root.
 */
class MountedOwnChainJourneyTests extends OwnChainJourneyTests {

	@Override
	String context() {
		return "/app";
	}

	@Override
	String mvc() {
		return "/app/mvc";
	}

	@Override
	List<String> properties() {
		return List.of("server.servlet.context-path=/app", "spring.mvc.servlet.path=/mvc");
	}

}
