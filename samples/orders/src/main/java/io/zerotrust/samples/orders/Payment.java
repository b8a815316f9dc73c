package io.zerotrust.samples.orders;

import java.math.BigDecimal;

/**
 * Money for an order.
 *
 * @param order the number of the order
 * @param amount how much, in euros
 */
public record Payment(String order, BigDecimal amount) {

	public Payment {
		if (amount.signum() <= 0) {
			throw new IllegalArgumentException("amount must be positive: " + amount);
		}
	}

}
