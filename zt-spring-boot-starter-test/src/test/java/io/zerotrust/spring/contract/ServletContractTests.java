package io.zerotrust.spring.contract;

import java.util.List;

import io.zerotrust.spring.journey.RunningApplication;

/**
 * The contract on Tomcat.
 */
class ServletContractTests extends ContractTests {

	ServletContractTests() {
		super(Stack.SERVLET);
	}

	@Override
	RunningApplication start(String variant, List<String> properties) {
		return RunningApplication.start(properties, variant.equals("chains") ? ServletChains.class : ServletShop.class);
	}

}
