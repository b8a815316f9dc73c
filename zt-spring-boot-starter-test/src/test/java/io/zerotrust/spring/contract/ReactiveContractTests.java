package io.zerotrust.spring.contract;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import io.zerotrust.spring.journey.RunningApplication;

/**
 * The contract on Netty, where nothing may block.
 */
class ReactiveContractTests extends ContractTests {

	ReactiveContractTests() {
		super(Stack.REACTIVE);
	}

	@BeforeAll
	static void watch() {
		BlockingCalls.watch();
	}

	@BeforeEach
	void forget() {
		BlockingCalls.take();
	}

	@AfterEach
	void assertNothingBlocked() {
		BlockingCalls.assertNone();
	}

	@Override
	RunningApplication start(String variant, List<String> properties) {
		return RunningApplication.startReactive(properties,
				variant.equals("chains") ? ReactiveChains.class : ReactiveShop.class);
	}

}
