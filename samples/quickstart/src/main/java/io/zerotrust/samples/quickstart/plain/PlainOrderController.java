package io.zerotrust.samples.quickstart.plain;

import java.security.Principal;
import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.samples.orders.Caller;
import io.zerotrust.samples.orders.NewOrder;
import io.zerotrust.samples.orders.Order;
import io.zerotrust.samples.orders.OrderBook;
import io.zerotrust.samples.orders.OrderController;

/**
 * The rules of {@link OrderController} in Spring Security's words.
 */
@RestController
class PlainOrderController extends OrderController {

	PlainOrderController(OrderBook orders) {
		super(orders);
	}

	@Override
	@PreAuthorize("permitAll")
	public List<String> catalog() {
		return super.catalog();
	}

	@Override
	@PreAuthorize("isAuthenticated()")
	public Caller me(Principal principal) {
		return super.me(principal);
	}

	@Override
	@PreAuthorize("hasAuthority('SCOPE_orders:read')")
	public ResponseEntity<Order> order(String id) {
		return super.order(id);
	}

	@Override
	@PreAuthorize("hasAuthority('SCOPE_orders:write')")
	public Order place(NewOrder order) {
		return super.place(order);
	}

	@Override
	@PreAuthorize("hasRole('admin')")
	public void cancel(String id) {
		super.cancel(id);
	}

}
