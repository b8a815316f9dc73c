package io.zerotrust.samples.orders;

import java.security.Principal;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;

/**
 * Orders, each endpoint with its rule.
 */
@RestController
public class OrderController {

	private final OrderBook orders;

	public OrderController(OrderBook orders) {
		this.orders = orders;
	}

	@GetMapping("/catalog")
	@PublicAccess(reason = "prices are no secret")
	public List<String> catalog() {
		return this.orders.catalog();
	}

	@GetMapping("/me")
	@AnyAuthenticated(reason = "tells callers only about themselves")
	public Caller me(Principal principal) {
		return new Caller(principal.getName());
	}

	@GetMapping("/orders/{id}")
	@RequiresScope("orders:read")
	public ResponseEntity<Order> order(@PathVariable String id) {
		return ResponseEntity.of(this.orders.find(id));
	}

	@PostMapping("/orders")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresScope("orders:write")
	public Order place(@RequestBody NewOrder order) {
		return this.orders.place(order);
	}

	@DeleteMapping("/orders/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresRole("admin")
	public void cancel(@PathVariable String id) {
		this.orders.cancel(id);
	}

}
