package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.zerotrust.spring.method.MethodProblem;
import io.zerotrust.spring.method.UnguardedMethodsException;

/**
 * Names each rule at a method that would not hold and says what to do about it.
 */
final class UnguardedMethodsFailureAnalyzer extends AbstractFailureAnalyzer<UnguardedMethodsException> {

	private static final String ACTION = "Do what is said at each. To see first what would be refused, set "
			+ "zt.mode: observe.";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnguardedMethodsException cause) {
		String line = System.lineSeparator();
		StringBuilder description = new StringBuilder("Rules stand at methods where they would not hold:").append(line);
		for (MethodProblem problem : cause.problems()) {
			description.append(line).append("  ").append(problem.where());
			description.append(line).append("    ").append(problem.what());
			description.append(line).append("    fix: ").append(problem.fix());
		}
		return new FailureAnalysis(description.append(line).toString(), ACTION, cause);
	}

}
