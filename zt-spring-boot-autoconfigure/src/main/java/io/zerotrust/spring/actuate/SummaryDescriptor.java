package io.zerotrust.spring.actuate;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.zerotrust.check.Mode;

/**
 * What the endpoint has.
 *
 * @param mode {@code enforce} or {@code observe}
 * @param paths what is found below the endpoint, by name
 * @since 0.1.0
 */
public record SummaryDescriptor(String mode, Map<String, String> paths) implements OperationResponseBody {

	static SummaryDescriptor of(Mode mode) {
		return new SummaryDescriptor(Words.of(mode), new TreeMap<>(Map.of("decision", "zerotrust/decisions/{id}",
				"policy", "zerotrust/policy", "posture", "zerotrust/posture")));
	}

}
