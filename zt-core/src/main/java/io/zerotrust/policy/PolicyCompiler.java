package io.zerotrust.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.CallerRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SenderConstraint;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.StepUp;

/**
 * Compiles what stands at a handler, near and far, into one policy.
 * <p>
 * Five groups of annotations are looked up separately: admission with scopes and roles,
 * callers, step-up, sender constraint, and sensitivity. In each the nearest level that
 * says something wins as a whole. Places of one level that say different things are a
 * conflict.
 *
 * @since 0.1.0
 */
public final class PolicyCompiler {

	private PolicyCompiler() {
	}

	/**
	 * Compile a policy.
	 * @param levels the declarations, nearest level first; those of one level are equally
	 * near
	 * @return the policy; {@link Admission#UNCOVERED} if nothing admits anybody,
	 * {@link Admission#CONFLICTING} with the conflict as its origin if the rules
	 * contradict each other
	 */
	public static EndpointPolicy compile(List<List<Declaration>> levels) {
		return explained(unexplained(levels), levels);
	}

	/**
	 * Compile the policy of a handler that an operator ruled on too. What the operator
	 * says is nearest, but must not be looser than what the author says.
	 * @param operator the declarations of the operator
	 * @param author the declarations at the handler, nearest level first
	 * @return the policy; {@link Admission#CONFLICTING} if the operator is looser
	 */
	public static EndpointPolicy compile(List<Declaration> operator, List<List<Declaration>> author) {
		EndpointPolicy underneath = unexplained(author);
		if (operator.isEmpty() || underneath.admission() == Admission.CONFLICTING) {
			return explained(underneath, author);
		}
		List<List<Declaration>> levels = new ArrayList<>();
		levels.add(operator);
		levels.addAll(author);
		EndpointPolicy policy = unexplained(levels);
		if (policy.isCovered() && !underneath.isCovered()) {
			return lessSensitive(explained(policy, levels), author);
		}
		String looser = policy.isCovered() ? Strictness.looser(policy, underneath) : "";
		return looser.isEmpty() ? explained(policy, levels) : looser(policy, underneath.origin(), looser);
	}

	/**
	 * An author who does not say who may call may still say how much is at stake.
	 */
	private static EndpointPolicy lessSensitive(EndpointPolicy policy, List<List<Declaration>> author) {
		Found<SensitivityLevel> said = nearest(author, PolicyCompiler::sensitivity);
		String looser = (said != null) ? Strictness.looser(policy.sensitivity(), said.rule()) : "";
		return (said == null || looser.isEmpty()) ? policy : looser(policy, said.origin(), looser);
	}

	private static EndpointPolicy looser(EndpointPolicy policy, String than, String why) {
		return EndpointPolicy.of(Admission.CONFLICTING, policy.origin() + " is looser than " + than + ": " + why);
	}

	private static EndpointPolicy unexplained(List<List<Declaration>> levels) {
		try {
			return compileOrThrow(levels);
		}
		catch (RuleConflict conflict) {
			String message = (conflict.getMessage() != null) ? conflict.getMessage() : "";
			return EndpointPolicy.of(Admission.CONFLICTING, message);
		}
	}

	private static EndpointPolicy compileOrThrow(List<List<Declaration>> levels) {
		Found<AccessRule> access = nearest(levels, AccessRule::of);
		Found<CallerRule> callers = nearest(levels, CallerRules::of);
		Found<StepUp> stepUp = nearest(levels, PolicyCompiler::stepUp);
		Found<Set<SenderConstraint>> bound = nearest(levels, PolicyCompiler::senderConstraints);
		Found<SensitivityLevel> sensitivity = nearest(levels, PolicyCompiler::sensitivity);
		EndpointPolicy policy = admission(access, callers);
		if (stepUp != null) {
			verify(policy, "@RequiresStepUp", stepUp.origin());
			policy = policy.withStepUp(stepUp.rule());
		}
		if (bound != null) {
			verify(policy, "@RequiresSenderConstrained", bound.origin());
			policy = policy.withSenderConstraints(bound.rule());
		}
		return (sensitivity != null) ? policy.withSensitivity(sensitivity.rule()) : policy;
	}

	/**
	 * Adds why an endpoint is public to where that is said.
	 */
	private static EndpointPolicy explained(EndpointPolicy policy, List<List<Declaration>> levels) {
		if (!policy.isPublic()) {
			return policy;
		}
		for (List<Declaration> level : levels) {
			for (Declaration declaration : level) {
				List<PublicAccess> said = only(declaration, PublicAccess.class);
				if (declaration.origin().equals(policy.origin()) && !said.isEmpty()
						&& !said.get(0).reason().equals(policy.origin())) {
					return policy.withOrigin(policy.origin() + ": " + said.get(0).reason());
				}
			}
		}
		return policy;
	}

	private static EndpointPolicy admission(@Nullable Found<AccessRule> access, @Nullable Found<CallerRule> callers) {
		if (access == null) {
			return (callers == null) ? EndpointPolicy.uncovered()
					: new EndpointPolicy(Admission.RULED, AuthorityRule.none(), AuthorityRule.none(), callers.rule(),
							Set.of(), StepUp.none(), Set.of(), SensitivityLevel.MEDIUM, false, callers.origin());
		}
		AccessRule rule = access.rule();
		if (callers != null && rule.admission() == Admission.PUBLIC) {
			throw new RuleConflict(
					"@PublicAccess at " + access.origin() + " excludes @AllowedCallers at " + callers.origin());
		}
		return new EndpointPolicy(rule.admission(), rule.scopes(), rule.roles(),
				(callers != null) ? callers.rule() : CallerRule.none(), Set.of(), StepUp.none(), Set.of(),
				SensitivityLevel.MEDIUM, rule.ignoreBadCredentials(), access.origin());
	}

	private static void verify(EndpointPolicy policy, String annotation, String origin) {
		if (policy.admission() == Admission.UNCOVERED) {
			throw new RuleConflict(annotation + " at " + origin + " needs a rule that says who may call");
		}
		if (policy.isPublic()) {
			throw new RuleConflict("@PublicAccess at " + policy.origin() + " excludes " + annotation + " at " + origin);
		}
	}

	private static <R> @Nullable Found<R> nearest(List<List<Declaration>> levels,
			Function<Declaration, @Nullable R> reader) {
		for (List<Declaration> level : levels) {
			Found<R> found = unanimous(level, reader);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static <R> @Nullable Found<R> unanimous(List<Declaration> level,
			Function<Declaration, @Nullable R> reader) {
		Map<R, String> origins = new LinkedHashMap<>();
		for (Declaration declaration : level) {
			R rule = read(declaration, reader);
			if (rule != null) {
				origins.putIfAbsent(rule, declaration.origin());
			}
		}
		if (origins.size() > 1) {
			throw new RuleConflict("different rules at " + String.join(" and ", origins.values()));
		}
		for (Map.Entry<R, String> entry : origins.entrySet()) {
			return new Found<>(entry.getKey(), entry.getValue());
		}
		return null;
	}

	private static <R> @Nullable R read(Declaration declaration, Function<Declaration, @Nullable R> reader) {
		try {
			return reader.apply(declaration);
		}
		catch (RuleConflict conflict) {
			throw new RuleConflict(conflict.getMessage() + " at " + declaration.origin());
		}
	}

	private static @Nullable StepUp stepUp(Declaration declaration) {
		StepUp found = null;
		for (RequiresStepUp annotation : only(declaration, RequiresStepUp.class)) {
			if (annotation.acr().length == 0 && annotation.maxAge() < 0) {
				throw new RuleConflict("@RequiresStepUp demands nothing");
			}
			if (Arrays.stream(annotation.acr()).anyMatch(String::isBlank)) {
				throw new RuleConflict("@RequiresStepUp names a blank acr");
			}
			if (annotation.maxAge() == 0) {
				throw new RuleConflict("@RequiresStepUp wants a login of this very moment, which no token can show,");
			}
			Duration maxAge = (annotation.maxAge() > 0) ? Duration.ofSeconds(annotation.maxAge()) : null;
			found = same(found, new StepUp(Arrays.asList(annotation.acr()), maxAge), "@RequiresStepUp");
		}
		return found;
	}

	private static @Nullable Set<SenderConstraint> senderConstraints(Declaration declaration) {
		Set<SenderConstraint> found = null;
		for (RequiresSenderConstrained annotation : only(declaration, RequiresSenderConstrained.class)) {
			Set<SenderConstraint> ways = EnumSet.allOf(SenderConstraint.class);
			if (annotation.value().length > 0) {
				ways.retainAll(List.of(annotation.value()));
			}
			found = same(found, ways, "@RequiresSenderConstrained");
		}
		return found;
	}

	private static @Nullable SensitivityLevel sensitivity(Declaration declaration) {
		SensitivityLevel found = null;
		for (Sensitivity annotation : only(declaration, Sensitivity.class)) {
			found = same(found, annotation.value(), "@Sensitivity");
		}
		return found;
	}

	private static <T> List<T> only(Declaration declaration, Class<T> type) {
		return declaration.annotations().stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static <R> R same(@Nullable R before, R now, String annotation) {
		if (before != null && !before.equals(now)) {
			throw new RuleConflict("two different " + annotation);
		}
		return now;
	}

	private record Found<R>(R rule, String origin) {

	}

}
