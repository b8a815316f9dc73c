package io.zerotrust.spring.autoconfigure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Finds dispatches of servlet requests that no filter chain sees. Only where there are
 * servlets: elsewhere their types are not there either.
 */
final class DispatcherRules {

	private static final String KEY = "spring.security.filter.dispatcher-types";

	private DispatcherRules() {
	}

	static List<MisconfigurationException> problems(Environment environment) {
		Set<DispatcherType> seen = Binder.get(environment)
			.bind(KEY, Bindable.setOf(DispatcherType.class))
			.orElse(Set.of(DispatcherType.values()));
		Set<DispatcherType> unseen = EnumSet.allOf(DispatcherType.class);
		unseen.removeAll(seen);
		return unseen.isEmpty() ? List.of()
				: List.of(new MisconfigurationException(
						KEY + " is " + environment.getProperty(KEY)
								+ ", so no filter chain sees dispatches of the types " + unseen + ".",
						"Remove " + KEY + "; not set it is all of them."));
	}

}
