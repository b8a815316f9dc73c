package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.zerotrust.access.Admission;
import io.zerotrust.posture.Endpoint;

/**
 * Names each handler without a rule and prints what to paste.
 */
final class UncoveredHandlersFailureAnalyzer extends AbstractFailureAnalyzer<UncoveredHandlersException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UncoveredHandlersException cause) {
		StringBuilder description = new StringBuilder("Endpoints that nobody ruled on would be refused to everybody:")
			.append(System.lineSeparator());
		cause.endpoints().forEach((endpoint) -> describe(endpoint, description));
		return new FailureAnalysis(description.toString(), ACTION, cause);
	}

	private static void describe(Endpoint endpoint, StringBuilder description) {
		String line = System.lineSeparator();
		description.append(line).append("  ").append(endpoint.id());
		description.append(line).append("    ").append(endpoint.handler());
		if (endpoint.policy().admission() == Admission.CONFLICTING) {
			description.append(line).append("    conflict: ").append(endpoint.policy().origin());
		}
		else {
			description.append(line).append("    paste: ").append(paste(endpoint));
		}
	}

	private static String paste(Endpoint endpoint) {
		return switch (endpoint.kind()) {
			case HANDLER_METHOD -> "@RequiresScope(\"" + scope(endpoint) + "\") on the method or its type";
			case FUNCTION -> "@RequiresScope(\"" + scope(endpoint) + "\") on the @Bean method of the routes";
			case HANDLER, RESOURCES -> "@RequiresScope(\"" + scope(endpoint)
					+ "\") on the class of the handler; a mapped view under zt.public-resources";
			case ACTUATOR, ERROR, FILTER_ENDPOINT -> "nothing";
		};
	}

	/**
	 * A scope that looks like the endpoint: {@code orders:read} for GET /orders/{id}.
	 */
	private static String scope(Endpoint endpoint) {
		boolean reads = endpoint.id().startsWith("GET") || endpoint.id().startsWith("(GET");
		String name = "resource";
		for (String segment : endpoint.id().split("[ /(),|&]+")) {
			boolean plain = !segment.isEmpty() && segment.chars().allMatch((c) -> Character.isLowerCase(c) || c == '-');
			if (plain) {
				name = segment;
				break;
			}
		}
		return name + (reads ? ":read" : ":write");
	}

	private static final String ACTION = """
			Say for each who may call it: @RequiresScope, @RequiresRole, @AnyAuthenticated(reason = "…") or \
			@PublicAccess(reason = "…"). To start all the same and refuse these endpoints, set \
			zt.uncovered: deny. To see first what would be refused, set zt.mode: observe.""";

}
