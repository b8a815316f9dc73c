package io.zerotrust.spring.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.RefusalProblem;

/**
 * Answers what the HTTP firewall of Spring Security rejects: paths and headers no honest
 * client sends. Its exception is not quoted, as it may hold the value of a header.
 */
final class RejectionHandler implements ServerExchangeRejectedHandler {

	private static final Reason REJECTED = new Reason("request.rejected", "by the HTTP firewall of Spring Security");

	private final Gatekeeper gatekeeper;

	RejectionHandler(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException ex) {
		if (isOfAnotherSite(exchange)) {
			Exchanges.leave(exchange);
		}
		Evaluation evaluation = this.gatekeeper.recordStanding(exchange, Deny.of(REJECTED));
		exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
		return ProblemResponse.write(RefusalProblem.of(HttpStatus.BAD_REQUEST, REJECTED, evaluation.id()),
				exchange.getResponse());
	}

	/**
	 * Whether a page of somebody else made a browser send the request, which is nothing
	 * against the address of its visitor (Fetch Metadata Request Headers, section 2.4).
	 */
	private static boolean isOfAnotherSite(ServerWebExchange exchange) {
		String site = exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site");
		return "cross-site".equals(site) || "same-site".equals(site);
	}

}
