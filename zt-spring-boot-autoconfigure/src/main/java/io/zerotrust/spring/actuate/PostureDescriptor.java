package io.zerotrust.spring.actuate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.posture.ObserveReport;

/**
 * How much is covered, and what is only observed.
 *
 * @param mode {@code enforce} or {@code observe}
 * @param endpoints how many endpoints are mapped
 * @param covered the share of endpoints that somebody ruled on, from 0 to 1
 * @param byKind how many there are of each kind of handler
 * @param byAdmission how many there are of each admission
 * @param needingRules the endpoints somebody has to write a rule for
 * @param observedChecks the checks that only observe
 * @param wouldRefuse what enforcement would have refused since the start, most frequent
 * first
 * @since 0.1.0
 */
public record PostureDescriptor(String mode, int endpoints, double covered, Map<String, Long> byKind,
		Map<String, Long> byAdmission, List<Uncovered> needingRules, List<String> observedChecks,
		List<ObserveReport.Row> wouldRefuse) implements OperationResponseBody {

	static PostureDescriptor of(Mode mode, EndpointInventory inventory, Map<Gate, List<Step>> steps,
			ObserveReport report) {
		List<String> observed = StepDescriptor.of(mode, steps)
			.values()
			.stream()
			.flatMap(Collection::stream)
			.filter((step) -> step.mode().equals(Words.of(Mode.OBSERVE)))
			.map(StepDescriptor::check)
			.distinct()
			.toList();
		return new PostureDescriptor(Words.of(mode), inventory.endpoints().size(), inventory.coverage(),
				count(inventory, Endpoint::kind), count(inventory, (endpoint) -> endpoint.policy().admission()),
				inventory.needingRules().stream().map(Uncovered::of).toList(), observed, report.rows());
	}

	private static Map<String, Long> count(EndpointInventory inventory, Function<Endpoint, Enum<?>> what) {
		return inventory.endpoints()
			.stream()
			.collect(Collectors.groupingBy((endpoint) -> Words.of(what.apply(endpoint)), TreeMap::new,
					Collectors.counting()));
	}

	/**
	 * An endpoint somebody has to write a rule for.
	 *
	 * @param endpoint methods and pattern
	 * @param handler what serves it
	 * @param why what is wrong with its rules
	 */
	public record Uncovered(String endpoint, String handler, String why) {

		static Uncovered of(Endpoint endpoint) {
			return new Uncovered(endpoint.id(), endpoint.handler(), endpoint.policy().origin());
		}

	}

}
