package io.zerotrust.spring.autoconfigure;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.method.MethodGates;
import io.zerotrust.spring.method.MethodProblem;
import io.zerotrust.spring.method.UnguardedMethodsException;

/**
 * Stops the start for rules at methods that would not hold. In observe mode it only says
 * so.
 */
final class MethodStartAudit implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(MethodStartAudit.class);

	private final MethodGates gates;

	private final Mode mode;

	MethodStartAudit(MethodGates gates, Mode mode) {
		this.gates = gates;
		this.mode = mode;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<MethodProblem> problems = this.gates.problems();
		if (!problems.isEmpty() && this.mode == Mode.ENFORCE) {
			throw new UnguardedMethodsException(problems);
		}
		for (MethodProblem problem : problems) {
			logger.warn("zt would not start: " + problem.where() + " " + problem.what() + "; " + problem.fix());
		}
	}

}
