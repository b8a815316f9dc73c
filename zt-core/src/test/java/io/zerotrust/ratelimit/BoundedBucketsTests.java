package io.zerotrust.ratelimit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.Subject;
import io.zerotrust.check.Finding;

import static io.zerotrust.Findings.assertPasses;
import static io.zerotrust.Findings.code;
import static io.zerotrust.ratelimit.AddressLimitTests.quota;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a million invented callers do to the buckets of real ones: nothing.
 */
class BoundedBucketsTests {

	private static final int INVENTED = 1_000_000;

	private static final int BOUND = 100_000;

	private static final LimitRules RULES = new LimitRules(new RateLimit("address-failures", 100, Limited.MINUTE), null,
			new RateLimit("subject-requests", 100, Limited.MINUTE));

	private static final String REAL = "198.51.100.7";

	private static final Subject ALICE = Limited.subject("alice", "shop");

	@Test
	void evaluateWhenMillionAreInventedThenBoundedAndNothingIsForgiven() {
		Limited limited = new Limited(RULES, BOUND);
		limited.fail(REAL, 50);
		ask(limited, ALICE, REAL, 50);
		long before = used();
		for (int i = 0; i < INVENTED; i++) {
			String address = "10." + (i >>> 16) + "." + (i >>> 8 & 0xff) + "." + (i & 0xff);
			limited.fail(address, 1);
			limited.ask(Limited.subject("invented-" + i, "shop"), address);
		}
		long grown = used() - before;
		List<LimitUsage> usage = limited.limits.usage();
		assertThat(usage).extracting(LimitUsage::tracked).containsExactly(100_000L, 0L, 100_000L);
		assertThat(usage).extracting(LimitUsage::overflows).containsExactly(900_001L, 0L, 900_001L);
		assertThat(grown).isLessThan(120_000_000);
		// half used is half used
		assertThat(quota(limited.ask(ALICE, REAL)).remaining()).isEqualTo(49);
		limited.fail(REAL, 49);
		assertPasses(limited.arrive(REAL));
		limited.fail(REAL, 1);
		assertThat(code(limited.arrive(REAL))).isEqualTo("limit.address-failures");
		// newcomers are served, unless they come from where the invented ones did
		assertPasses(limited.arrive("192.0.2.1"));
		assertPasses(limited.ask(Limited.subject("bob", "shop"), "192.0.2.1"));
		assertThat(code(limited.arrive("10.9.1.1"))).isEqualTo("limit.address-failures");
		assertThat(code(limited.ask(Limited.subject("mallory", "shop"), "10.9.1.1")))
			.isEqualTo("limit.subject-requests");
	}

	@Test
	void evaluateWhenMillionNetworksOfSixAreInventedThenTheyShare() {
		Limited limited = new Limited(RULES, BOUND);
		limited.fail("2001:db8:1:1::1", 50);
		for (int i = 0; i < INVENTED; i++) {
			limited.fail("2001:db9:" + Integer.toHexString(i >>> 4) + ":" + Integer.toHexString(i & 0xf) + "::1", 1);
		}
		assertThat(limited.limits.usage()).extracting(LimitUsage::tracked).containsExactly(100_000L, 62_501L, 0L);
		assertThat(code(limited.arrive("2001:db9:ffff::1"))).isEqualTo("limit.address-failures");
		assertPasses(limited.arrive("2001:dba::1"));
		limited.fail("2001:db8:1:1::1", 50);
		assertThat(code(limited.arrive("2001:db8:1:1::1"))).isEqualTo("limit.address-failures");
	}

	@Test
	void evaluateWhenFullAgainThenRoomForNewcomers() {
		Limited limited = new Limited(RULES, 10);
		for (int i = 0; i < 20; i++) {
			limited.fail("10.0.0." + i, 1);
		}
		assertThat(limited.limits.usage().get(0)).isEqualTo(new LimitUsage("address-failures", 10, 10));
		limited.clock.move(Limited.MINUTE.plusSeconds(2));
		limited.fail("10.0.1.1", 1);
		assertThat(limited.limits.usage().get(0)).isEqualTo(new LimitUsage("address-failures", 1, 10));
	}

	@Test
	void evaluateWhenLookedAtOnlyThenNotKept() {
		Limited limited = new Limited(RULES, 1);
		limited.fail("10.0.0.1", 1);
		limited.clock.move(Duration.ofSeconds(50));
		assertPasses(limited.arrive("10.0.0.1"));
		limited.clock.move(Duration.ofSeconds(15));
		limited.fail("10.0.0.2", 1);
		assertThat(limited.limits.usage().get(0)).isEqualTo(new LimitUsage("address-failures", 1, 0));
	}

	// who was counted with others does not start anew when there is room again
	@Test
	void evaluateWhenRoomComesBackThenNewBucketIsAsUsedAsTheSharedOne() {
		Limited limited = new Limited(RULES, 1);
		limited.fail("10.0.0.1", 1);
		limited.clock.move(Duration.ofSeconds(60));
		limited.fail("10.0.0.2", 100);
		assertThat(code(limited.arrive("10.0.0.2"))).isEqualTo("limit.address-failures");
		assertThat(code(limited.arrive("10.0.0.3"))).isEqualTo("limit.address-failures");
		assertPasses(limited.arrive("192.0.2.1"));
		limited.clock.move(Duration.ofSeconds(2));
		limited.fail("10.0.0.2", 1);
		assertThat(limited.limits.usage().get(0)).isEqualTo(new LimitUsage("address-failures", 1, 100));
		assertPasses(limited.arrive("10.0.0.2"));
		limited.fail("10.0.0.2", 2);
		assertThat(code(limited.arrive("10.0.0.2"))).isEqualTo("limit.address-failures");
	}

	private static void ask(Limited limited, Subject subject, String address, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(limited.ask(subject, address)).isInstanceOf(Finding.Pass.class);
		}
	}

	private static long used() {
		Runtime runtime = Runtime.getRuntime();
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
