package io.zerotrust.spring.web.reactive;

import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Possession;

/**
 * Tells which keys a caller has proven to hold with a request.
 */
final class ProvenKeys {

	private ProvenKeys() {
	}

	static Possession of(ServerWebExchange exchange, Claims claims) {
		return Possession.none();
	}

}
