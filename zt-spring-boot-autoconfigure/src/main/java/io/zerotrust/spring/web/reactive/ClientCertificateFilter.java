package io.zerotrust.spring.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.spring.web.ClientCertificateHeader;

/**
 * Takes the certificate a trusted proxy tells of, before tokens are read. It binds a
 * token and authenticates nobody by itself.
 */
final class ClientCertificateFilter implements WebFilter {

	private final Gatekeeper gatekeeper;

	private final ClientCertificates certificates;

	ClientCertificateFilter(Gatekeeper gatekeeper, ClientCertificates certificates) {
		this.gatekeeper = gatekeeper;
		this.certificates = certificates;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.certificates.take(exchange)) {
			return chain.filter(exchange);
		}
		return this.gatekeeper.refuse(this.gatekeeper.record(exchange, ClientCertificateHeader.MALFORMED), exchange)
			.flatMap((refused) -> refused ? Mono.empty() : chain.filter(exchange));
	}

}
