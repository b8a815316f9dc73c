package io.zerotrust.samples.benchmarks;

import io.zerotrust.samples.benchmarks.parts.Parts;
import io.zerotrust.samples.benchmarks.risk.Risk;

/**
 * What can be measured.
 */
enum Measurement {

	/**
	 * Whole requests, each with another valid token.
	 */
	REQUESTS {
		@Override
		String run(Plan plan) throws Exception {
			return WholeRequests.measure(plan);
		}
	},

	/**
	 * Forged tokens, from many addresses and from one.
	 */
	FLOOD {
		@Override
		String run(Plan plan) throws Exception {
			return Flood.measure(plan);
		}
	},

	/**
	 * Throughput and latency over the wire, on both stacks.
	 */
	LOAD {
		@Override
		String run(Plan plan) throws Exception {
			return Load.measure(plan);
		}
	},

	/**
	 * Where time and bytes of whole requests go.
	 */
	PROFILE {
		@Override
		String run(Plan plan) throws Exception {
			return Profiles.measure(plan);
		}
	},

	/**
	 * Parts by themselves.
	 */
	PARTS {
		@Override
		String run(Plan plan) throws Exception {
			return Parts.measure();
		}
	},

	/**
	 * Verifying tokens and proofs.
	 */
	TOKENS {
		@Override
		String run(Plan plan) throws Exception {
			return Parts.measureTokens();
		}
	},

	/**
	 * Learned risk with many principals: time, bytes, memory, and who survives a flood.
	 */
	RISK {
		@Override
		String run(Plan plan) throws Exception {
			return Risk.measure(plan.principals(), plan.rounds());
		}
	};

	/**
	 * Measure.
	 * @return the table
	 */
	abstract String run(Plan plan) throws Exception;

}
