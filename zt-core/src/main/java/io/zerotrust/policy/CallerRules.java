package io.zerotrust.policy;

import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.CallerRule;
import io.zerotrust.access.SubjectKind;

/**
 * Reads what one declaration says about callers.
 */
final class CallerRules {

	private CallerRules() {
	}

	static @Nullable CallerRule of(Declaration declaration) {
		CallerRule found = null;
		for (Annotation annotation : declaration.annotations()) {
			if (annotation instanceof AllowedCallers callers) {
				CallerRule rule = of(callers);
				if (found != null && !found.equals(rule)) {
					throw new RuleConflict("two different @AllowedCallers");
				}
				found = rule;
			}
		}
		return found;
	}

	private static CallerRule of(AllowedCallers annotation) {
		CallerRule rule = new CallerRule(names(annotation.value()), names(annotation.roles()),
				kinds(annotation.kinds()));
		if (rule.isEmpty()) {
			throw new RuleConflict("@AllowedCallers names nothing");
		}
		return rule;
	}

	private static Set<String> names(String[] names) {
		for (String name : names) {
			if (name.isBlank()) {
				throw new RuleConflict("@AllowedCallers names a blank client or role");
			}
		}
		return new HashSet<>(List.of(names));
	}

	private static Set<SubjectKind> kinds(SubjectKind[] kinds) {
		return (kinds.length == 0) ? Set.of() : EnumSet.copyOf(List.of(kinds));
	}

}
