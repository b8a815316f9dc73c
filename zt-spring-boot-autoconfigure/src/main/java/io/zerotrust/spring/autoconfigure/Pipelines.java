package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.zerotrust.check.Check;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.check.Mode;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;
import io.zerotrust.token.AlgorithmCheck;
import io.zerotrust.token.BindingCheck;
import io.zerotrust.token.CredentialCheck;

/**
 * Makes the pipelines of all gates from checks that know their place and from those of
 * the application, which come last at {@code ACCESS}.
 */
final class Pipelines {

	private final List<PlacedChecks> placed;

	private final List<Check> own;

	private final Steps steps;

	Pipelines(List<PlacedChecks> placed, List<Check> own, ZtProperties properties, Instrumentation instrumentation) {
		this.placed = placed;
		Set<Check> known = new HashSet<>();
		Set<String> observed = new HashSet<>();
		for (PlacedChecks checks : placed) {
			known.addAll(checks.checks());
			observed.addAll(checks.observed());
		}
		this.own = own.stream().filter((check) -> !known.contains(check)).toList();
		this.steps = new Steps(properties.checks(), observed, instrumentation);
	}

	/**
	 * Make the pipelines.
	 * @param mode whether refusals are enforced
	 * @param ids makes the decision ids
	 * @return the pipeline of each gate
	 */
	List<CheckPipeline> of(Mode mode, Supplier<String> ids) {
		List<Check> access = new ArrayList<>(at(Place.PROOF, Place.PACE, Place.RULES, Place.SURROUNDINGS));
		access.addAll(this.own);
		// a setting about a check that is not in use is no mistake
		this.steps.verify(Stream.of(at(Place.ARRIVAL), access, List.of(new AlgorithmCheck())).flatMap(List::stream));
		return List.of(new CheckPipeline(Gate.ARRIVAL, mode, this.steps.of(at(Place.ARRIVAL)), ids),
				new CheckPipeline(Gate.ACCESS, mode, this.steps.of(access), ids),
				new CheckPipeline(Gate.INVOCATION, mode, this.steps.of(invocation()), ids));
	}

	/**
	 * What must still hold when a method runs: who it is, and what the method demands.
	 * How the caller proved it, the key of a bound token included, how often it asks, how
	 * risky it looks and what else the application checks was asked at {@code ACCESS}.
	 */
	private List<Check> invocation() {
		List<Check> invocation = new ArrayList<>(at(Place.PROOF, Place.RULES));
		// what was sent and proven is a matter of the request, and was decided there
		invocation.removeIf((check) -> check instanceof CredentialCheck || check instanceof BindingCheck);
		return invocation;
	}

	private List<Check> at(Place... places) {
		List<Check> checks = new ArrayList<>();
		Arrays.stream(places)
			.flatMap((place) -> this.placed.stream().filter((candidate) -> candidate.place() == place))
			.forEach((topic) -> checks.addAll(topic.checks()));
		return checks;
	}

}
