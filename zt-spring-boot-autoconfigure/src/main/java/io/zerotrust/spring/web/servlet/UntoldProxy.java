package io.zerotrust.spring.web.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Notices once that requests come through a proxy nobody told zt of. All its callers have
 * its address then: they share the limits of one, and risk sees one network.
 */
final class UntoldProxy {

	private static final Log logger = LogFactory.getLog(UntoldProxy.class);

	private static final String[] HEADERS = { "X-Forwarded-For", "Forwarded" };

	private volatile boolean watching;

	/**
	 * Create the watch.
	 * @param told whether the operator said where addresses come from
	 */
	UntoldProxy(boolean told) {
		this.watching = !told;
	}

	void look(HttpServletRequest request) {
		if (!this.watching) {
			return;
		}
		for (String header : HEADERS) {
			if (request.getHeader(header) != null) {
				this.watching = false;
				logger.warn("A request has the header " + header + ", and zt.client-address.source is not set. If a "
						+ "proxy wrote it, all callers behind the proxy share one address: one allowance of limits, one "
						+ "network for risk. Set zt.client-address.source to x-forwarded-for or forwarded and "
						+ "zt.client-address.trusted-proxies to the networks of your proxies; to peer if there are none.");
				return;
			}
		}
	}

}
