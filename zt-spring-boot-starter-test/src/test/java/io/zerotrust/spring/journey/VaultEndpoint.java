package io.zerotrust.spring.journey;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * An endpoint of the application with every kind of operation.
 */
@Endpoint(id = "vault")
class VaultEndpoint {

	@ReadOperation
	String list() {
		return Ran.record("list");
	}

	@ReadOperation
	String show(@Selector String key) {
		return Ran.record("show");
	}

	@WriteOperation
	String put(@Selector String key) {
		return Ran.record("put");
	}

	@DeleteOperation
	String remove(@Selector String key) {
		return Ran.record("remove");
	}

	/**
	 * One that exists on the web alone and takes whatever follows.
	 */
	@WebEndpoint(id = "vaultTree")
	static class Tree {

		@ReadOperation
		String browse(@Selector(match = Match.ALL_REMAINING) String... path) {
			return Ran.record("browse");
		}

	}

}
