package io.zerotrust.samples.orders;

/**
 * An order.
 *
 * @param id the number of the order
 * @param item what was ordered
 * @param quantity how many of it
 */
public record Order(String id, String item, int quantity) {

}
