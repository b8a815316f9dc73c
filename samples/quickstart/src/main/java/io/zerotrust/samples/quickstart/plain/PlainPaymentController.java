package io.zerotrust.samples.quickstart.plain;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.samples.orders.OrderBook;
import io.zerotrust.samples.orders.Payment;
import io.zerotrust.samples.orders.PaymentController;

/**
 * The rules of {@link PaymentController} in Spring Security's words. The export has none
 * here either.
 */
@RestController
class PlainPaymentController extends PaymentController {

	PlainPaymentController(OrderBook orders) {
		super(orders);
	}

	@Override
	@PreAuthorize("hasAuthority('SCOPE_payments:write') and principal.claims['acr'] == 'urn:example:mfa'")
	public Payment pay(Payment payment) {
		return super.pay(payment);
	}

}
