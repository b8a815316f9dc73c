package io.zerotrust.spring.test.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Notes whom {@code @WithMockUser} and the like have put in place for a test, on the
 * thread of the test and while it runs.
 */
final class PrebuiltCallerListener extends AbstractTestExecutionListener {

	private static final ThreadLocal<Authentication> CALLER = new ThreadLocal<>();

	@Override
	public int getOrder() {
		// after the listener of spring-security-test
		return 10500;
	}

	@Override
	public void beforeTestExecution(TestContext testContext) {
		Authentication authentication = TestSecurityContextHolder.getContext().getAuthentication();
		if (authentication != null) {
			CALLER.set(authentication);
		}
	}

	@Override
	public void afterTestExecution(TestContext testContext) {
		CALLER.remove();
	}

	static @Nullable Authentication caller() {
		return CALLER.get();
	}

}
