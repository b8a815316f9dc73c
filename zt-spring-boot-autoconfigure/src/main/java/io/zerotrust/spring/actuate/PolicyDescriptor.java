package io.zerotrust.spring.actuate;

import java.util.List;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.posture.EndpointInventory;

/**
 * The rules that hold now.
 *
 * @param mode {@code enforce} or {@code observe}
 * @param gates the checks of each gate in the order they run; empty if a decision point
 * of the application decides
 * @param endpoints every endpoint that is mapped, and what it demands
 * @since 0.1.0
 */
public record PolicyDescriptor(String mode, Map<String, List<StepDescriptor>> gates,
		List<EndpointDescriptor> endpoints) implements OperationResponseBody {

	static PolicyDescriptor of(Mode mode, EndpointInventory inventory, Map<Gate, List<Step>> steps) {
		return new PolicyDescriptor(Words.of(mode), StepDescriptor.of(mode, steps), EndpointDescriptor.of(inventory));
	}

}
