package io.zerotrust.policy;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.CallerRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.StepUp;

/**
 * Compares two policies of one endpoint.
 */
final class Strictness {

	private Strictness() {
	}

	/**
	 * Tell where one policy admits somebody the other refuses, as far as that can be told
	 * without knowing the caller.
	 * @param policy the policy that should be at least as strict
	 * @param than the other one
	 * @return what is looser; empty if nothing is
	 */
	static String looser(EndpointPolicy policy, EndpointPolicy than) {
		if (rank(policy.admission()) < rank(than.admission())) {
			return policy.admission() + " instead of " + than.admission();
		}
		if (than.admission() == Admission.RULED && !implies(policy.scopes(), than.scopes())) {
			return "scopes " + policy.scopes() + " instead of " + than.scopes();
		}
		if (than.admission() == Admission.RULED && !implies(policy.roles(), than.roles())) {
			return "roles " + policy.roles() + " instead of " + than.roles();
		}
		if (!implies(policy.callers(), than.callers())) {
			return "callers " + policy.callers() + " instead of " + than.callers();
		}
		if (!implies(policy.stepUp(), than.stepUp())) {
			return "step-up " + policy.stepUp() + " instead of " + than.stepUp();
		}
		if (!isWithin(policy.senderConstraints(), than.senderConstraints())) {
			return "sender constraint " + policy.senderConstraints() + " instead of " + than.senderConstraints();
		}
		String sensitivity = looser(policy.sensitivity(), than.sensitivity());
		if (!sensitivity.isEmpty()) {
			return sensitivity;
		}
		return (policy.ignoreBadCredentials() && !than.ignoreBadCredentials()) ? "bad credentials are ignored" : "";
	}

	static String looser(SensitivityLevel level, SensitivityLevel than) {
		return (level.compareTo(than) < 0) ? "sensitivity " + level + " instead of " + than : "";
	}

	private static int rank(Admission admission) {
		return switch (admission) {
			case PUBLIC -> 0;
			case AUTHENTICATED, ABSENT -> 1;
			case RULED, UNCOVERED, CONFLICTING -> 2;
		};
	}

	private static boolean implies(AuthorityRule rule, AuthorityRule other) {
		if (!rule.allOf().containsAll(other.allOf())) {
			return false;
		}
		return isWithin(rule.anyOf(), other.anyOf()) || !Collections.disjoint(rule.allOf(), other.anyOf());
	}

	private static boolean implies(CallerRule rule, CallerRule other) {
		if (!isWithin(rule.kinds(), other.kinds())) {
			return false;
		}
		if (other.clients().isEmpty() && other.roles().isEmpty()) {
			return true;
		}
		return !(rule.clients().isEmpty() && rule.roles().isEmpty()) && other.clients().containsAll(rule.clients())
				&& other.roles().containsAll(rule.roles());
	}

	private static boolean implies(StepUp rule, StepUp other) {
		return isWithin(rule.acr(), other.acr()) && isWithin(rule.maxAge(), other.maxAge());
	}

	private static boolean isWithin(@Nullable Duration age, @Nullable Duration other) {
		return other == null || (age != null && age.compareTo(other) <= 0);
	}

	private static boolean isWithin(Collection<?> choices, Collection<?> others) {
		return others.isEmpty() || (!choices.isEmpty() && others.containsAll(choices));
	}

}
