package io.zerotrust.samples.orders;

/**
 * What a customer wants.
 *
 * @param item what is ordered
 * @param quantity how many of it
 */
public record NewOrder(String item, int quantity) {

	public NewOrder {
		if (item.isBlank()) {
			throw new IllegalArgumentException("item must not be blank");
		}
		if (quantity < 1) {
			throw new IllegalArgumentException("quantity must be positive: " + quantity);
		}
	}

}
