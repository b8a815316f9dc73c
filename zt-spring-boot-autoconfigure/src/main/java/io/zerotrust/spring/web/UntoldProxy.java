package io.zerotrust.spring.web;

import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Notices once that requests come through a proxy nobody told zt of. All its callers have
 * its address then: they share the limits of one, and risk sees one network.
 *
 * @since 0.1.0
 */
public final class UntoldProxy {

	private static final Log logger = LogFactory.getLog(UntoldProxy.class);

	private static final String[] HEADERS = { "X-Forwarded-For", "Forwarded" };

	private volatile boolean watching;

	/**
	 * Create the watch.
	 * @param told whether the operator said where addresses come from
	 */
	public UntoldProxy(boolean told) {
		this.watching = !told;
	}

	public void look(Function<String, @Nullable String> headers) {
		if (!this.watching) {
			return;
		}
		for (String header : HEADERS) {
			if (headers.apply(header) != null) {
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
