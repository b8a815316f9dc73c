package io.zerotrust.spring.autoconfigure;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.access.SensitivityLevel;

/**
 * From which risk on something happens, by sensitivity of the endpoint.
 *
 * @param low Thresholds of endpoints of sensitivity LOW.
 * @param medium Thresholds of endpoints of sensitivity MEDIUM.
 * @param high Thresholds of endpoints of sensitivity HIGH.
 * @param critical Thresholds of endpoints of sensitivity CRITICAL.
 */
record ThresholdProperties(@DefaultValue Level low, @DefaultValue Level medium, @DefaultValue Level high,
		@DefaultValue Level critical) {

	Map<SensitivityLevel, Level> all() {
		return new EnumMap<>(Map.of(SensitivityLevel.LOW, this.low, SensitivityLevel.MEDIUM, this.medium,
				SensitivityLevel.HIGH, this.high, SensitivityLevel.CRITICAL, this.critical));
	}

	/**
	 * Thresholds of one sensitivity.
	 *
	 * @param stepUp Risk from which on users have to authenticate again, between 0 and 1;
	 * not set it is 0.73, 0.62, 0.50 or 0.38, from LOW to CRITICAL.
	 * @param deny Risk from which on requests are refused, above the other and below 1;
	 * not set it is 0.95, 0.92, 0.88 or 0.82, from LOW to CRITICAL.
	 */
	record Level(@Nullable Double stepUp, @Nullable Double deny) {
	}

}
