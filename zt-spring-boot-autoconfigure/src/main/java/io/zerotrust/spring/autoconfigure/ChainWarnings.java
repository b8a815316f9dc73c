package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.zerotrust.check.Mode;
import io.zerotrust.spring.web.endpoint.ChainSummary;

/**
 * Says of filter chains what their authors may not expect. None of it opens anything:
 * what met no gate is refused, and what a chain permits zt's rules must permit too.
 */
final class ChainWarnings {

	private ChainWarnings() {
	}

	static List<String> of(ChainSummary chains, Mode mode) {
		String refused = (mode == Mode.ENFORCE) ? "refused" : "refused once zt enforces";
		List<String> warnings = new ArrayList<>();
		chains.ungated()
			.forEach((chain) -> warnings.add("the filter chain " + chain + " has no gates, so whatever it matches is "
					+ refused + "; build it from the " + chains.builder() + " bean"));
		chains.permissive()
			.forEach((chain) -> warnings.add("the filter chain " + chain + " permits everybody the rest, which opens "
					+ "nothing: the rules at the handlers hold too; write " + chains.authorizing() + " to say so"));
		if (!chains.coverEverything()) {
			warnings.add("no filter chain takes the paths no other matches, so all of them are " + refused
					+ ", health checks too; add a chain without a " + chains.matching());
		}
		return warnings;
	}

}
