package io.zerotrust.spring.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.zerotrust.decision.ReasonCode;
import io.zerotrust.decision.ReasonCodes;
import io.zerotrust.spring.test.BadToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the table must hold itself.
 */
class ContractTableTests {

	private static final List<Row> ROWS = ContractTable.rows();

	@Test
	void rowsAreManyAndNoneTwice() {
		assertThat(ROWS).hasSizeGreaterThanOrEqualTo(400);
		assertThat(ROWS).extracting(Row::toString).doesNotHaveDuplicates();
		assertThat(ROWS).map((row) -> row.variant() + row.method() + row.target() + row.sent()).doesNotHaveDuplicates();
	}

	// a stack that differs is a promise broken; each has its reason in the table
	@Test
	void rowsInWhichTheStacksDifferAreFew() {
		assertThat(ROWS).filteredOn((row) -> row.exception() != null).hasSizeLessThanOrEqualTo(12);
		assertThat(ROWS).filteredOn((row) -> row.expected().maySayServer())
			.hasSizeLessThanOrEqualTo(12)
			.allMatch((row) -> row.expected().status() == 400 && row.expected().ran().isEmpty());
	}

	@Test
	void everyBadTokenIsSent() {
		Set<String> sent = ROWS.stream().flatMap((row) -> row.sent().stream()).collect(Collectors.toSet());
		assertThat(BadToken.values()).allMatch((bad) -> sent.contains("bad " + bad));
	}

	// what is left takes an outage, a store, a setting of its own, or a servlet
	@Test
	void nearlyEveryCodeIsExpected() {
		Set<String> expected = new TreeSet<>(ROWS.stream().map((row) -> row.expected().code()).toList());
		Set<String> missing = ReasonCodes.all()
			.stream()
			.map(ReasonCode::code)
			.filter((code) -> !expected.contains(code))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(missing).containsExactlyInAnyOrder("check.failed", "check.no-grant", "check.would-block",
				"coverage.servlet", "credential.csrf-unprotected", "credential.mixed", "dpop.nonce",
				"dpop.proof-algorithm", "dpop.proof-key", "dpop.replay-capacity", "dpop.replay-unavailable",
				"limit.address-requests", "posture.failed", "quarantine.active", "resource.unlisted", "risk.denied",
				"risk.quarantined", "risk.throttled", "token.binding-required", "token.inactive", "token.incomplete",
				"token.invalid", "token.revoked", "token.verifier-unavailable");
	}

	// a row that is refused and yet runs a handler says so on purpose
	@Test
	void whatRunsAlthoughRefusedIsNamed() {
		assertThat(ROWS).filteredOn((row) -> !row.expected().code().isEmpty() && !row.expected().ran().isEmpty())
			.extracting(Row::name)
			.containsExactlyInAnyOrder("replay", "throws a refusal", "requests of a subject");
	}

}
