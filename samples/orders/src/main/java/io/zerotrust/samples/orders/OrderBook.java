package io.zerotrust.samples.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Service;

/**
 * Keeps the orders in memory.
 */
@Service
public class OrderBook {

	private final Map<String, Order> orders = new ConcurrentHashMap<>(
			Map.of("1", new Order("1", "tea", 2), "2", new Order("2", "cups", 4)));

	private final AtomicInteger last = new AtomicInteger(this.orders.size());

	List<String> catalog() {
		return List.of("tea", "cups");
	}

	Optional<Order> find(String id) {
		return Optional.ofNullable(this.orders.get(id));
	}

	Order place(NewOrder order) {
		String id = Integer.toString(this.last.incrementAndGet());
		Order placed = new Order(id, order.item(), order.quantity());
		this.orders.put(id, placed);
		return placed;
	}

	void cancel(String id) {
		this.orders.remove(id);
	}

	List<Order> all() {
		return List.copyOf(this.orders.values());
	}

}
