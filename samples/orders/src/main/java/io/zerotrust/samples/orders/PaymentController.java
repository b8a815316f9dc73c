package io.zerotrust.samples.orders;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;

/**
 * Payments, and one endpoint that somebody forgot.
 */
@RestController
public class PaymentController {

	private final OrderBook orders;

	public PaymentController(OrderBook orders) {
		this.orders = orders;
	}

	@PostMapping("/payments")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresScope("payments:write")
	@RequiresStepUp(acr = "urn:example:mfa", maxAge = 300)
	@Sensitivity(SensitivityLevel.CRITICAL)
	public Payment pay(@RequestBody Payment payment) {
		return payment;
	}

	// no rule on purpose: what nobody ruled on, nobody reaches
	@GetMapping("/internal/export")
	public List<Order> export() {
		return this.orders.all();
	}

}
