package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Names each handler without a rule and prints what to paste.
 */
final class UncoveredHandlersFailureAnalyzer extends AbstractFailureAnalyzer<UncoveredHandlersException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UncoveredHandlersException cause) {
		String description = "Endpoints that nobody ruled on would be refused to everybody:" + System.lineSeparator()
				+ cause.pasted();
		return new FailureAnalysis(description, ACTION, cause);
	}

	private static final String ACTION = """
			Say for each who may call it: @RequiresScope, @RequiresRole, @AnyAuthenticated(reason = "…") or \
			@PublicAccess(reason = "…"), or the same in zt.routes. To start all the same and refuse these endpoints, set \
			zt.uncovered: deny. To see first what would be refused, set zt.mode: observe.""";

}
