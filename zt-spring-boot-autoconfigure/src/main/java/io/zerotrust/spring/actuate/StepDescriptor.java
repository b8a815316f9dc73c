package io.zerotrust.spring.actuate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.check.Step;

/**
 * A check in its place at a gate.
 *
 * @param check the name of the check
 * @param mode {@code enforce}, or {@code observe} if zt or the check only observes, or
 * has not seen enough yet
 * @param onFailure what a failure counts as: {@code refuse} or {@code pass}
 * @param timeoutMillis how long the check may take, or {@code null} if it does not wait
 * @since 0.1.0
 */
public record StepDescriptor(String check, String mode, String onFailure, @Nullable Long timeoutMillis) {

	static Map<String, List<StepDescriptor>> of(Mode mode, Map<Gate, List<Step>> steps) {
		Map<String, List<StepDescriptor>> gates = new LinkedHashMap<>();
		steps.forEach((gate, all) -> gates.put(Words.of(gate), all.stream().map((step) -> of(mode, step)).toList()));
		return gates;
	}

	private static StepDescriptor of(Mode mode, Step step) {
		Duration timeout = (step.check() instanceof RemoteCheck) ? step.timeout() : null;
		boolean observes = mode == Mode.OBSERVE || step.check().isOnTrial();
		return new StepDescriptor(step.check().name(), Words.of(observes ? Mode.OBSERVE : step.mode()),
				Words.of(step.onFailure()), (timeout != null) ? timeout.toMillis() : null);
	}

}
