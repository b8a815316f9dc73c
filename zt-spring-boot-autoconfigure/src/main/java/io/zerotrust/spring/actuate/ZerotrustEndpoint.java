package io.zerotrust.spring.actuate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

import io.zerotrust.audit.RecentDecisions;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.posture.ObserveReport;

/**
 * Actuator endpoint that explains what zt decides, by which rules, and how much they
 * cover. It reads only, and is there for the web alone, where its callers are ruled.
 *
 * @since 0.1.0
 */
@WebEndpoint(id = "zerotrust")
public final class ZerotrustEndpoint {

	private final Mode mode;

	private final RecentDecisions decisions;

	private final Supplier<EndpointInventory> inventory;

	private final Map<Gate, List<Step>> steps;

	private final ObserveReport report;

	/**
	 * Create the endpoint.
	 * @param mode whether refusals are enforced
	 * @param decisions the decisions that can be explained
	 * @param inventory takes stock of what is mapped, anew each time it is asked
	 * @param steps the steps of each gate; empty if an application decides by itself
	 * @param report counts what enforcement would refuse
	 */
	public ZerotrustEndpoint(Mode mode, RecentDecisions decisions, Supplier<EndpointInventory> inventory,
			Map<Gate, List<Step>> steps, ObserveReport report) {
		this.mode = mode;
		this.decisions = decisions;
		this.inventory = inventory;
		this.steps = new EnumMap<>(Gate.class);
		this.steps.putAll(steps);
		this.report = report;
	}

	/**
	 * Say what there is.
	 * @return the mode and the paths below this one
	 */
	@ReadOperation
	public SummaryDescriptor summary() {
		return SummaryDescriptor.of(this.mode);
	}

	/**
	 * Show the policy or the posture.
	 * @param part {@code policy} or {@code posture}
	 * @return what is there, or {@code null}, which is answered as 404
	 */
	@ReadOperation
	public @Nullable Object part(@Selector String part) {
		return switch (part) {
			case "policy" -> PolicyDescriptor.of(this.mode, this.inventory.get(), this.steps);
			case "posture" -> PostureDescriptor.of(this.mode, this.inventory.get(), this.steps, this.report);
			default -> null;
		};
	}

	/**
	 * Explain a recent decision.
	 * @param part {@code decisions}
	 * @param id the decision id, compared to the letter
	 * @return the decision, or {@code null}, which is answered as 404
	 */
	@ReadOperation
	public @Nullable DecisionDescriptor decision(@Selector String part, @Selector String id) {
		return "decisions".equals(part) ? this.decisions.find(id).map(DecisionDescriptor::of).orElse(null) : null;
	}

}
