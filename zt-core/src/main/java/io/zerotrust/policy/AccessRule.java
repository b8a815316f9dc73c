package io.zerotrust.policy;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;

/**
 * What one declaration says about admission, scopes and roles.
 *
 * @param admission who is admitted
 * @param scopes the scopes needed
 * @param roles the roles needed
 * @param ignoreBadCredentials whether bad tokens are dropped unread
 */
record AccessRule(Admission admission, AuthorityRule scopes, AuthorityRule roles, boolean ignoreBadCredentials) {

	static @Nullable AccessRule of(Declaration declaration) {
		AccessRule rule = null;
		for (Annotation annotation : declaration.annotations()) {
			AccessRule next = of(annotation);
			if (next != null) {
				rule = (rule == null) ? next : rule.and(next);
			}
		}
		return rule;
	}

	private static @Nullable AccessRule of(Annotation annotation) {
		if (annotation instanceof RequiresScope scope) {
			requireScopeCharacters(scope);
			AuthorityRule scopes = authorities("@RequiresScope", scope.value(), scope.anyOf());
			return new AccessRule(Admission.RULED, scopes, AuthorityRule.none(), false);
		}
		if (annotation instanceof RequiresRole role) {
			AuthorityRule roles = authorities("@RequiresRole", role.value(), role.anyOf());
			return new AccessRule(Admission.RULED, AuthorityRule.none(), roles, false);
		}
		if (annotation instanceof PublicAccess open) {
			requireReason("@PublicAccess", open.reason());
			return new AccessRule(Admission.PUBLIC, AuthorityRule.none(), AuthorityRule.none(),
					open.ignoreBadCredentials());
		}
		if (annotation instanceof AnyAuthenticated any) {
			requireReason("@AnyAuthenticated", any.reason());
			return new AccessRule(Admission.AUTHENTICATED, AuthorityRule.none(), AuthorityRule.none(), false);
		}
		return null;
	}

	private static void requireReason(String annotation, String reason) {
		if (reason.isBlank()) {
			throw new RuleConflict(annotation + " needs a reason");
		}
	}

	private static AuthorityRule authorities(String annotation, String[] allOf, String[] anyOf) {
		if (allOf.length == 0 && anyOf.length == 0) {
			throw new RuleConflict(annotation + " names nothing");
		}
		for (String value : concat(allOf, anyOf)) {
			if (value.isBlank() || value.chars().anyMatch(Character::isWhitespace)) {
				throw new RuleConflict(annotation + " needs names without spaces: '" + value + "'");
			}
		}
		return new AuthorityRule(Set.copyOf(Arrays.asList(allOf)), Set.copyOf(Arrays.asList(anyOf)));
	}

	private static void requireScopeCharacters(RequiresScope annotation) {
		for (String scope : concat(annotation.value(), annotation.anyOf())) {
			if (!scope.chars().allMatch((c) -> Character.isWhitespace(c) || isScopeCharacter(c))) {
				throw new RuleConflict(
						"@RequiresScope needs scopes of printable ASCII without quotes: '" + scope + "'");
			}
		}
	}

	/**
	 * The characters of a scope token (RFC 6749, section 3.3).
	 */
	private static boolean isScopeCharacter(int c) {
		return c > 0x20 && c < 0x7f && c != '"' && c != '\\';
	}

	private static List<String> concat(String[] first, String[] second) {
		Set<String> all = new LinkedHashSet<>(Arrays.asList(first));
		all.addAll(Arrays.asList(second));
		return List.copyOf(all);
	}

	private AccessRule and(AccessRule other) {
		if (this.admission != other.admission) {
			throw new RuleConflict(this.admission + " and " + other.admission + " exclude each other");
		}
		return new AccessRule(this.admission, and(this.scopes, other.scopes), and(this.roles, other.roles),
				this.ignoreBadCredentials && other.ignoreBadCredentials);
	}

	private static AuthorityRule and(AuthorityRule one, AuthorityRule other) {
		if (!one.anyOf().isEmpty() && !other.anyOf().isEmpty() && !one.anyOf().equals(other.anyOf())) {
			throw new RuleConflict("two different anyOf lists: " + one.anyOf() + " and " + other.anyOf());
		}
		Set<String> allOf = new LinkedHashSet<>(one.allOf());
		allOf.addAll(other.allOf());
		return new AuthorityRule(allOf, one.anyOf().isEmpty() ? other.anyOf() : one.anyOf());
	}

}
