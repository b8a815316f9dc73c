package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Finds settings of the platform that take away what zt stands on, and those that tell
 * callers or logs too much.
 */
final class PlatformRules {

	private static final String HEALTH = "management.endpoint.health.";

	private static final String ERROR = "spring.web.error.include-";

	private static final String EXPOSED = "management.endpoints.web.exposure.include";

	private final Environment environment;

	PlatformRules(Environment environment) {
		this.environment = environment;
	}

	List<MisconfigurationException> problems() {
		List<MisconfigurationException> problems = new ArrayList<>();
		if (strategy().startsWith("Global")) {
			problems.add(new MisconfigurationException(
					"The strategy of SecurityContextHolder is " + strategy()
							+ ", so the identity of one caller is that of all.",
					"Remove spring.security.strategy or the call of SecurityContextHolder that sets it."));
		}
		return problems;
	}

	/**
	 * Return what is worth a line in the report.
	 */
	List<String> warnings(ZtProperties.Actuator actuator) {
		List<String> warnings = new ArrayList<>();
		if (strategy().startsWith("Inheritable")) {
			warnings.add("the strategy of SecurityContextHolder is " + strategy()
					+ ", so threads of pools keep the identity of whoever made them; hand it on by "
					+ "DelegatingSecurityContextExecutor instead");
		}
		for (String what : List.of("stacktrace", "message", "binding-errors")) {
			StackRules.warnUnless(ERROR + what, "never", "error answers show internals to callers; set never",
					this.environment, warnings);
		}
		StackRules.warnUnless(ERROR + "exception", "false", "error answers show internals to callers; set false",
				this.environment, warnings);
		ZtProperties.ActuatorEndpoint health = actuator.endpoints().get("health");
		if (health == null || health.readScope() == null) {
			for (String what : List.of("show-details", "show-components")) {
				if ("always".equalsIgnoreCase(this.environment.getProperty(HEALTH + what))) {
					warnings.add(HEALTH + what + " is always: everybody sees them; set when-authorized, or "
							+ "zt.actuator.endpoints.health.read-scope");
				}
			}
		}
		String exposed = this.environment.getProperty(EXPOSED, "health");
		if (!exposed.equals("health") && actuator.readScope().isBlank() && actuator.endpoints().isEmpty()) {
			warnings.add(EXPOSED + " is " + exposed + ": nobody may use more of it than the health status; set "
					+ "zt.actuator.read-scope");
		}
		return warnings;
	}

	private static String strategy() {
		return SecurityContextHolder.getContextHolderStrategy().getClass().getSimpleName();
	}

}
