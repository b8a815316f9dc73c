package io.zerotrust.spring.web.servlet;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.web.RefusalProblem;

/**
 * Answers what the HTTP firewall of Spring Security rejects: paths and headers no honest
 * client sends. Its exception is not quoted, as it may hold the value of a header.
 */
final class RejectionHandler implements RequestRejectedHandler {

	private static final Reason REJECTED = new Reason("request.rejected", "by the HTTP firewall of Spring Security");

	private final Gatekeeper gatekeeper;

	RejectionHandler(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException ex)
			throws IOException {
		if (isOfAnotherSite(request)) {
			Exchange.leave(request);
		}
		Evaluation evaluation = this.gatekeeper.recordStanding(request, Deny.of(REJECTED));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		ProblemResponse.write(RefusalProblem.of(HttpStatus.BAD_REQUEST, REJECTED, evaluation.id()), response);
	}

	/**
	 * Whether a page of somebody else made a browser send the request. It could do so to
	 * have its visitors refused, so this is nothing against their address. Who writes the
	 * header himself gains nothing: a rejection costs next to nothing. (Fetch Metadata
	 * Request Headers, section 2.4)
	 */
	private static boolean isOfAnotherSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return "cross-site".equals(site) || "same-site".equals(site);
	}

}
