package io.zerotrust.spring.contract;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.journey.Ran;

/**
 * Handlers behind chains of the application, each of which forgets something, and an
 * advice to which nothing is wrong.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ChainedShop.Orders.class, ChainedShop.Advice.class, Ledger.class })
class ChainedShop {

	/**
	 * The same in every chain.
	 */
	@RestController
	static class Orders {

		private final Ledger ledger;

		Orders(Ledger ledger) {
			this.ledger = ledger;
		}

		@GetMapping({ "/api/orders", "/api/vip", "/bare/orders", "/free/orders", "/raw/orders", "/ignored/orders",
				"/worded/orders", "/worded/vip", "/tokenless/orders", "/password/orders", "/shared/orders", "/orders" })
		@RequiresScope("orders:read")
		String orders() {
			return Ran.record("orders");
		}

		@PostMapping({ "/api/orders", "/bare/orders", "/free/orders", "/password/orders", "/orders" })
		@RequiresScope("orders:write")
		String create() {
			return Ran.record("create");
		}

		@GetMapping({ "/api/catalog", "/bare/catalog", "/free/catalog", "/raw/catalog", "/ignored/catalog",
				"/tokenless/catalog", "/catalog" })
		@PublicAccess(reason = "everybody may look")
		Mono<String> catalog() {
			return Mono.fromSupplier(() -> Ran.record("catalog"));
		}

		@GetMapping({ "/password/desk", "/password/me", "/api/me" })
		@AnyAuthenticated(reason = "everybody known")
		String desk() {
			return Ran.record("desk");
		}

		@GetMapping({ "/free/uncovered", "/bare/uncovered" })
		String uncovered() {
			return Ran.record("uncovered");
		}

		@GetMapping("/api/ledger")
		@AnyAuthenticated(reason = "the service decides")
		String ledger() {
			return this.ledger.entry();
		}

		@GetMapping("/api/ledger/later")
		@AnyAuthenticated(reason = "the service decides")
		Mono<String> ledgerLater() {
			return this.ledger.later();
		}

		@GetMapping("/bare/ledger/later")
		@AnyAuthenticated(reason = "the service decides")
		Mono<String> bareLedgerLater() {
			return this.ledger.later();
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler(Exception.class)
		String everythingIsFine() {
			return "fine";
		}

	}

}
