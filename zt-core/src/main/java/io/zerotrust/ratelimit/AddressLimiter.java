package io.zerotrust.ratelimit;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Finding;
import io.zerotrust.decision.Throttle;

/**
 * Counts addresses against one limit: each by itself, and those of IPv6 also by the
 * network one customer is given, or he would have 65,536 allowances.
 */
final class AddressLimiter {

	/**
	 * How many single addresses the allowance of a site is worth.
	 */
	static final int SITE = 16;

	private final Limiter single;

	private final Limiter sites;

	AddressLimiter(Limiter single, Limiter sites) {
		this.single = single;
		this.sites = sites;
	}

	@Nullable Throttle exhausted(AddressKey from) {
		Throttle own = this.single.exhausted(from, from);
		return (own == null && from.isPartOfSite()) ? this.sites.exhausted(from.site(), from) : own;
	}

	void charge(AddressKey from) {
		this.single.charge(from, from);
		if (from.isPartOfSite()) {
			this.sites.charge(from.site(), from);
		}
	}

	/**
	 * Count a request, or refuse it. What an address asks in vain is not counted against
	 * its neighbours. What is left is told of the address itself.
	 */
	Finding take(AddressKey from) {
		Finding own = this.single.take(from, from);
		if (own instanceof Finding.Refuse || !from.isPartOfSite()) {
			return own;
		}
		Finding site = this.sites.take(from.site(), from);
		return (site instanceof Finding.Refuse) ? site : own;
	}

	boolean isIdle() {
		return this.single.isIdle();
	}

	List<LimitUsage> usage() {
		return List.of(this.single.usage(), this.sites.usage());
	}

}
