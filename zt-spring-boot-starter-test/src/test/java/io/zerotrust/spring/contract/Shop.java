package io.zerotrust.spring.contract;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.access.SenderConstraint;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.policy.AllowedCallers;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresSenderConstrained;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;
import io.zerotrust.spring.journey.Ran;

/**
 * Handlers that both stacks serve: the same classes, not copies.
 */
@Configuration(proxyBeanMethods = false)
@Import({ Shop.Orders.class, Shop.Callers.class, Shop.Answers.class, Shop.Unruled.class, Ledger.class })
class Shop {

	/**
	 * What a scope opens, and what is open.
	 */
	@RestController
	static class Orders {

		@GetMapping("/orders/{id}")
		@RequiresScope("orders:read")
		String order(@PathVariable String id) {
			return Ran.record("order");
		}

		@DeleteMapping("/orders/{id}")
		@RequiresScope("orders:write")
		String delete(@PathVariable String id) {
			return Ran.record("delete");
		}

		@PostMapping(path = "/orders", consumes = "text/plain")
		@RequiresScope("orders:write")
		String create(@RequestBody String order) {
			return Ran.record("create");
		}

		@PostMapping(path = "/orders", consumes = "text/plain", params = "kind=rush")
		@RequiresScope("orders:rush")
		String rush(@RequestBody String order) {
			return Ran.record("rush");
		}

		@GetMapping("/later/{id}")
		@RequiresScope("orders:read")
		Mono<String> later(@PathVariable String id) {
			return Mono.fromSupplier(() -> Ran.record("later"));
		}

		@GetMapping("/open/{x}")
		@PublicAccess(reason = "everybody may look")
		String open(@PathVariable String x) {
			return Ran.record("open");
		}

		@PostMapping("/open/{x}")
		@RequiresScope("open:write")
		String post(@PathVariable String x) {
			return Ran.record("post");
		}

		@GetMapping("/lenient")
		@PublicAccess(reason = "everybody may look", ignoreBadCredentials = true)
		String lenient() {
			return Ran.record("lenient");
		}

		@GetMapping("/admin")
		@RequiresScope("admin")
		String admin() {
			return Ran.record("admin");
		}

		@GetMapping("/shared")
		@CrossOrigin("https://spa.example")
		@RequiresScope("orders:read")
		String shared() {
			return Ran.record("shared");
		}

	}

	/**
	 * What depends on who calls, and how he logged in.
	 */
	@RestController
	static class Callers {

		@GetMapping("/me")
		@AnyAuthenticated(reason = "everybody has a profile")
		String me() {
			return Ran.record("me");
		}

		@GetMapping("/clerk")
		@RequiresRole("clerk")
		String clerk() {
			return Ran.record("clerk");
		}

		@GetMapping("/web")
		@AllowedCallers("web")
		String web() {
			return Ran.record("web");
		}

		@GetMapping("/backend")
		@AllowedCallers(roles = "backend")
		String backend() {
			return Ran.record("backend");
		}

		@GetMapping("/service")
		@AllowedCallers(kinds = SubjectKind.SERVICE)
		String service() {
			return Ran.record("service");
		}

		@GetMapping("/transfer")
		@RequiresScope("orders:read")
		@RequiresStepUp(acr = { "gold", "silver" }, maxAge = 300)
		String transfer() {
			return Ran.record("transfer");
		}

		@GetMapping("/critical")
		@AnyAuthenticated(reason = "everybody may")
		@Sensitivity(SensitivityLevel.CRITICAL)
		String critical() {
			return Ran.record("critical");
		}

		@GetMapping("/fresh")
		@RequiresScope("orders:read")
		@RequiresStepUp(maxAge = 60)
		Mono<String> fresh() {
			return Mono.fromSupplier(() -> Ran.record("fresh"));
		}

		@GetMapping("/bound")
		@RequiresScope("orders:read")
		@RequiresSenderConstrained
		String bound() {
			return Ran.record("bound");
		}

		@GetMapping("/certified")
		@RequiresScope("orders:read")
		@RequiresSenderConstrained(SenderConstraint.MTLS)
		String certified() {
			return Ran.record("certified");
		}

	}

	/**
	 * Handlers whose answers are none, or no good ones.
	 */
	@RestController
	@AnyAuthenticated(reason = "what they do is their business")
	static class Answers {

		private final Ledger ledger;

		Answers(Ledger ledger) {
			this.ledger = ledger;
		}

		@GetMapping("/boom")
		String boom() {
			Ran.record("boom");
			throw new IllegalStateException("secret detail");
		}

		@GetMapping("/boom/later")
		Mono<String> boomLater() {
			return Mono.fromSupplier(() -> Ran.record("boomLater"))
				.then(Mono.error(() -> new IllegalStateException("secret detail")));
		}

		@GetMapping("/answers/{status}")
		ResponseEntity<String> answer(@PathVariable int status) {
			return ResponseEntity.status(status).body(Ran.record("answer"));
		}

		@GetMapping("/bare/{status}")
		ResponseEntity<Void> bare(@PathVariable int status) {
			Ran.record("bare");
			return ResponseEntity.status(status).build();
		}

		@GetMapping("/thrown")
		String thrown() {
			Ran.record("thrown");
			throw new AccessDeniedException("secret detail");
		}

		@GetMapping("/vip")
		@PreAuthorize("hasAuthority('SCOPE_vip')")
		Mono<String> vip() {
			return Mono.fromSupplier(() -> Ran.record("vip"));
		}

		@GetMapping("/ledger")
		String ledger() {
			return this.ledger.entry();
		}

		@GetMapping("/ledger/later")
		Mono<String> ledgerLater() {
			return this.ledger.later();
		}

		@GetMapping("/ledger/deep")
		Mono<String> ledgerDeep() {
			return Mono.just("x").flatMap((x) -> this.ledger.later()).map((entry) -> entry + "!");
		}

		@GetMapping("/ledger/strong")
		Mono<String> ledgerStrong() {
			return this.ledger.strong();
		}

	}

	/**
	 * What nobody ruled on.
	 */
	@RestController
	static class Unruled {

		@GetMapping("/uncovered")
		String uncovered() {
			return Ran.record("uncovered");
		}

		@GetMapping("/uncovered/later")
		Mono<String> later() {
			return Mono.fromSupplier(() -> Ran.record("uncovered"));
		}

		@GetMapping("/conflicting")
		@PublicAccess(reason = "everybody may look")
		@RequiresScope("orders:read")
		String conflicting() {
			return Ran.record("conflicting");
		}

		@GetMapping("/library/{id}")
		String read(@PathVariable String id) {
			return Ran.record("read");
		}

		@PostMapping("/library/{id}")
		String write(@PathVariable String id) {
			return Ran.record("write");
		}

		@GetMapping("/routed/open")
		String open() {
			return Ran.record("routedOpen");
		}

		@GetMapping("/routed/strong")
		Mono<String> strong() {
			return Mono.fromSupplier(() -> Ran.record("strong"));
		}

	}

}
