package io.zerotrust.spring.autoconfigure;

import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.risk.SignalMode;

/**
 * What the operator says about a signal.
 *
 * @param weight What its evidence is multiplied with, from 0 to 4.
 * @param mode What becomes of what it says.
 */
record SignalProperties(@DefaultValue("1") double weight, @DefaultValue("enforce") SignalMode mode) {

}
