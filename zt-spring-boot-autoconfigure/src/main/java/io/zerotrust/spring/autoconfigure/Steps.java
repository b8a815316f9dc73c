package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Check;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.Mode;
import io.zerotrust.check.OnFailure;
import io.zerotrust.check.Step;
import io.zerotrust.policy.PolicyCheck;

/**
 * Puts checks into their place and applies what the operator says about them.
 */
final class Steps {

	private final Map<String, ZtProperties.Check> settings;

	private final Set<String> observed;

	private final Instrumentation instrumentation;

	/**
	 * Create the maker of steps.
	 * @param settings what the operator says, by the name of the check
	 * @param observed names of checks that are observed if the operator says nothing
	 * @param instrumentation stands around every check
	 */
	Steps(Map<String, ZtProperties.Check> settings, Set<String> observed, Instrumentation instrumentation) {
		this.settings = settings;
		this.observed = Set.copyOf(observed);
		this.instrumentation = instrumentation;
	}

	/**
	 * Make the steps of a gate.
	 * @param checks the checks in the order they run
	 * @return the steps
	 */
	List<Step> of(List<? extends Check> checks) {
		List<Step> steps = new ArrayList<>(checks.size());
		for (Check check : checks) {
			Step step = (check instanceof PolicyCheck) ? Step.granting((LocalCheck) check) : Step.of(check);
			if (this.observed.contains(check.name())) {
				step = step.withMode(Mode.OBSERVE);
			}
			// last, since others look at what class a check is of
			steps.add(configured(step, this.settings.get(check.name()))
				.withCheck(this.instrumentation.instrument(check)));
		}
		return steps;
	}

	private static void verify(Step step, ZtProperties.Check settings) {
		String key = key(step.check().name());
		Duration timeout = settings.timeout();
		if (step.granting() && settings.mode() == Mode.OBSERVE) {
			throw new MisconfigurationException(key + ".mode is observe, which would open every endpoint to everybody.",
					"Set zt.mode: observe to observe all of zt, or put the endpoints in question under other rules.");
		}
		if (step.granting() && settings.onFailure() == OnFailure.PASS) {
			throw new MisconfigurationException(
					key + ".on-failure is pass, and nobody else grants, so everybody would be refused all the same.",
					"Remove " + key + ".on-failure.");
		}
		if (timeout != null && step.check() instanceof LocalCheck) {
			throw new MisconfigurationException(
					key + ".timeout is " + timeout.toMillis() + "ms, and the check waits for nothing.",
					"Remove " + key + ".timeout.");
		}
		if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
			throw new MisconfigurationException(key + ".timeout is " + timeout.toMillis() + "ms.",
					"Set " + key + ".timeout to a positive duration, 500ms for example.");
		}
	}

	private static String key(String name) {
		return "zt.checks" + ((name.indexOf('.') < 0) ? "." + name : "[" + name + "]");
	}

	private static Step configured(Step step, ZtProperties.@Nullable Check settings) {
		if (settings == null) {
			return step;
		}
		verify(step, settings);
		Step configured = step;
		if (settings.mode() != null) {
			configured = configured.withMode(settings.mode());
		}
		if (settings.onFailure() != null) {
			configured = configured.withOnFailure(settings.onFailure());
		}
		return (settings.timeout() != null) ? configured.withTimeout(settings.timeout()) : configured;
	}

	/**
	 * Verify that every setting is about a check that exists.
	 * @param checks all checks
	 * @throws MisconfigurationException if one is not
	 */
	void verify(Stream<? extends Check> checks) {
		TreeSet<String> names = new TreeSet<>();
		checks.forEach((check) -> names.add(check.name()));
		for (String name : this.settings.keySet()) {
			if (!names.contains(name)) {
				throw new MisconfigurationException(key(name) + " is about a check that does not exist.", "Use one of "
						+ String.join(", ", names) + "; names with a dot are written zt.checks[token.lifetime].mode.");
			}
		}
	}

}
