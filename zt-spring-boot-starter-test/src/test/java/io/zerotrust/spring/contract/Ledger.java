package io.zerotrust.spring.contract;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.spring.journey.Ran;

/**
 * A guarded service, called from handlers that admit everybody.
 */
@Service
class Ledger {

	@RequiresScope("ledger")
	public String entry() {
		return Ran.record("entry");
	}

	@RequiresScope("ledger")
	public Mono<String> later() {
		return Mono.fromSupplier(() -> Ran.record("entryLater"));
	}

	@RequiresStepUp(acr = "gold", maxAge = 60)
	@RequiresScope("ledger")
	public Mono<String> strong() {
		return Mono.fromSupplier(() -> Ran.record("strongEntry"));
	}

}
