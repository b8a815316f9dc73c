package io.zerotrust.samples.quickstart;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says how to choose other ports.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		return new FailureAnalysis("Port " + cause.getPort() + " is taken.",
				"Stop what listens there, or choose others in the environment, 0 for any free one: "
						+ "API_PORT (8080), ISSUER_PORT (9000), PLAIN_PORT (8081).",
				cause);
	}

}
