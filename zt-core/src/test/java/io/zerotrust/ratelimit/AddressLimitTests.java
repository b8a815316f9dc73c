package io.zerotrust.ratelimit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.Requests;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.decision.Quota;
import io.zerotrust.decision.Throttle;

import static io.zerotrust.Findings.assertPasses;
import static io.zerotrust.Findings.code;
import static io.zerotrust.Findings.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AddressLimitTests {

	private static final String CALLER = "203.0.113.9";

	@Test
	void evaluateWhenNoLimitThenPasses() {
		Limited limited = new Limited(new LimitRules(null, null, null), 1);
		limited.fail(CALLER, 1000);
		assertPasses(limited.arrive(CALLER));
		assertThat(limited.limits.usage()).isEmpty();
	}

	@Test
	void evaluateWhenFailedTooOftenThenRefusedUntilOneComesBack() {
		Limited limited = Limited.failures(60);
		limited.fail(CALLER, 59);
		assertPasses(limited.arrive(CALLER));
		limited.fail(CALLER, 1);
		Throttle throttle = (Throttle) refusal(limited.arrive(CALLER));
		assertThat(throttle.reason().code()).isEqualTo("limit.address-failures");
		assertThat(throttle.retryAfter()).isEqualTo(Duration.ofSeconds(1));
		assertThat(throttle.quota())
			.isEqualTo(new Quota("address-failures", 60, Limited.MINUTE, 0, Duration.ofSeconds(1)));
		assertPasses(limited.arrive("203.0.113.10"));
		limited.clock.move(Duration.ofMillis(999));
		assertThat(code(limited.arrive(CALLER))).isEqualTo("limit.address-failures");
		limited.clock.move(Duration.ofMillis(1));
		assertPasses(limited.arrive(CALLER));
		limited.fail(CALLER, 1);
		assertThat(code(limited.arrive(CALLER))).isEqualTo("limit.address-failures");
		limited.clock.move(Limited.MINUTE);
		limited.fail(CALLER, 59);
		assertPasses(limited.arrive(CALLER));
	}

	@Test
	void evaluateWhenRefusedThenLookingCountsNothing() {
		Limited limited = Limited.failures(1);
		limited.fail(CALLER, 1);
		for (int i = 0; i < 100; i++) {
			assertThat(code(limited.arrive(CALLER))).isEqualTo("limit.address-failures");
		}
		limited.clock.move(Limited.MINUTE);
		assertPasses(limited.arrive(CALLER));
	}

	@Test
	void evaluateWhenRefusedThenOnlyTheFirstIsNewUntilSomethingPassed() {
		Limited limited = Limited.failures(1);
		limited.fail(CALLER, 1);
		assertThat(((Throttle) refusal(limited.arrive(CALLER))).repeated()).isFalse();
		assertThat(((Throttle) refusal(limited.arrive(CALLER))).repeated()).isTrue();
		limited.clock.move(Limited.MINUTE);
		limited.fail(CALLER, 1);
		assertThat(((Throttle) refusal(limited.arrive(CALLER))).repeated()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "401,false,false,true", "400,false,false,true", "200,true,true,true", "401,true,false,false",
			"400,true,false,false", "403,false,false,false", "404,false,false,false", "429,false,false,false",
			"500,false,false,false", "503,false,false,false", "200,false,false,false" })
	void acceptThenChargesOnlyWhatWasPresentedInVain(int status, boolean proven, boolean dropped, boolean charged) {
		Limited limited = Limited.failures(1);
		limited.end(Requests.address(CALLER), status, proven, dropped);
		assertThat(limited.arrive(CALLER) instanceof Finding.Refuse).isEqualTo(charged);
	}

	// a check that only observes leaves the caller unproven, and lets him in
	@ParameterizedTest
	@CsvSource({ "ACCESS,false", "ARRIVAL,true" })
	void acceptWhenLetThroughThenOnlyBeforeAccessIsItsStatusCharged(Gate gate, boolean charged) {
		Limited limited = Limited.failures(1);
		limited.end(Requests.address(CALLER), gate, 401);
		assertThat(limited.arrive(CALLER) instanceof Finding.Refuse).isEqualTo(charged);
	}

	@Test
	void evaluateWhenAddressesAreUnknownThenTheyShare() {
		Limited limited = Limited.failures(2);
		limited.end(null, 401, false, false);
		limited.end(null, 401, false, false);
		assertThat(code(limited.arrive((java.net.InetAddress) null))).isEqualTo("limit.address-failures");
		assertPasses(limited.arrive("0.0.0.0"));
		assertPasses(limited.arrive("::"));
	}

	@Test
	void evaluateWhenSixThenNetworkOf64IsOneCaller() {
		Limited limited = Limited.failures(2);
		limited.fail("2001:db8:0:1::1", 1);
		limited.fail("2001:db8:0:1:ffff::2", 1);
		assertThat(code(limited.arrive("2001:db8:0:1::3"))).isEqualTo("limit.address-failures");
		assertPasses(limited.arrive("2001:db8:0:2::1"));
	}

	@Test
	void evaluateWhenFourIsMappedIntoSixThenSameCaller() throws java.net.UnknownHostException {
		Limited limited = Limited.failures(1);
		byte[] mapped = new byte[16];
		mapped[10] = (byte) 0xff;
		mapped[11] = (byte) 0xff;
		System.arraycopy(Requests.address(CALLER).getAddress(), 0, mapped, 12, 4);
		limited.end(java.net.Inet6Address.getByAddress("", mapped, 1), 401, false, false);
		assertThat(code(limited.arrive(CALLER))).isEqualTo("limit.address-failures");
	}

	// a customer with a /48 has 65,536 networks of 64
	@Test
	void evaluateWhenNetworksOfOneSiteFailInTurnThenSiteIsRefused() {
		Limited limited = Limited.failures(10);
		int passed = 0;
		for (int i = 0; i < 65_536; i++) {
			String address = "2001:db8:1:" + Integer.toHexString(i) + "::1";
			if (limited.arrive(address) instanceof Finding.Pass) {
				limited.fail(address, 1);
				passed++;
			}
		}
		assertThat(passed).isEqualTo(160);
		assertThat(limited.limits.usage().get(0).tracked()).isEqualTo(160);
		Throttle throttle = (Throttle) refusal(limited.arrive("2001:db8:1:ffff::1"));
		assertThat(throttle.quota()).isNotNull()
			.returns("address-failures-48", Quota::limit)
			.returns(160L, Quota::permits);
		assertPasses(limited.arrive("2001:db8:2::1"));
	}

	@Test
	void evaluateWhenRequestsAreLimitedThenCountedDown() {
		Limited limited = Limited.requests(3);
		assertThat(quota(limited.arrive(CALLER)))
			.isEqualTo(new Quota("address-requests", 3, Limited.MINUTE, 2, Duration.ofSeconds(20)));
		assertThat(quota(limited.arrive(CALLER)).remaining()).isOne();
		assertThat(quota(limited.arrive(CALLER)))
			.isEqualTo(new Quota("address-requests", 3, Limited.MINUTE, 0, Duration.ofSeconds(20)));
		Throttle throttle = (Throttle) refusal(limited.arrive(CALLER));
		assertThat(throttle.reason().code()).isEqualTo("limit.address-requests");
		assertThat(throttle.retryAfter()).isEqualTo(Duration.ofSeconds(20));
		assertPasses(limited.arrive("203.0.113.10"));
	}

	// whoever waits as long as he is told is served, and nobody gets more than the limit
	@Test
	void evaluateWhenWaitedAsToldThenServedAndNeverMoreThanTheLimit() {
		Random random = new Random(7);
		for (int round = 0; round < 1000; round++) {
			long permits = 1 + random.nextInt(30);
			Duration window = Duration.ofSeconds(1 + random.nextInt(86_400));
			Limited limited = new Limited(new LimitRules(null, new RateLimit("x", permits, window), null), 10);
			Duration gone = Duration.ZERO;
			int passed = 0;
			for (int call = 0; call < 100; call++) {
				Finding finding = limited.arrive(CALLER);
				passed += (finding instanceof Finding.Pass) ? 1 : 0;
				Duration wait = (finding instanceof Finding.Refuse refuse)
						? ((Throttle) refuse.refusal()).retryAfter().plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS)
						: Duration.ofMillis(random.nextInt(1000));
				limited.clock.move(wait);
				gone = gone.plus(wait);
				if (finding instanceof Finding.Refuse) {
					assertPasses(limited.arrive(CALLER));
					passed++;
				}
			}
			double most = permits + (double) permits * gone.toMillis() / window.toMillis();
			assertThat(passed).as("%d in %s", permits, window).isLessThanOrEqualTo((int) Math.floor(most + 1e-6));
		}
	}

	// what one network asks in vain does not use up what its neighbours have
	@Test
	void evaluateWhenOneNetworkFloodsThenSiteIsServed() {
		Limited limited = Limited.requests(3);
		for (int i = 0; i < 1000; i++) {
			limited.arrive("2001:db8:1:1::1");
		}
		assertThat(quota(limited.arrive("2001:db8:1:2::1")).remaining()).isEqualTo(2);
		int passed = 0;
		for (int i = 0; i < 1000; i++) {
			passed += (limited.arrive("2001:db8:1:" + Integer.toHexString(i + 16) + "::1") instanceof Finding.Pass) ? 1
					: 0;
		}
		assertThat(passed).isEqualTo(3 * 16 - 3 - 1);
		assertThat(code(limited.arrive("2001:db8:1:2::1"))).isEqualTo("limit.address-requests");
	}

	@Test
	void evaluateWhenBothLimitsThenTheyDoNotShare() {
		Limited limited = new Limited(new LimitRules(new RateLimit("a", 2, Limited.MINUTE),
				new RateLimit("b", 2, Limited.MINUTE), new RateLimit("c", 2, Limited.MINUTE)), 10);
		limited.fail(CALLER, 1);
		assertThat(quota(limited.arrive(CALLER)).remaining()).isOne();
		assertThat(quota(limited.ask(Limited.subject("alice", "shop"), CALLER)).remaining()).isOne();
		limited.fail(CALLER, 1);
		assertThat(code(limited.arrive(CALLER))).isEqualTo("limit.address-failures");
		limited.clock.move(Duration.ofSeconds(30));
		assertThat(quota(limited.arrive(CALLER)).remaining()).isOne();
		assertThat(limited.limits.usage()).extracting(LimitUsage::limit).containsExactly("a", "a-48", "b", "b-48", "c");
	}

	@Test
	void evaluateWhenClockIsBrokenThenCheckFailed() {
		Limited limited = Limited.failures(1);
		limited.fail(CALLER, 1);
		limited.clock.breakDown();
		assertThatIllegalStateException().isThrownBy(() -> limited.arrive(CALLER));
		CheckPipeline pipeline = new CheckPipeline(Gate.ARRIVAL, Mode.ENFORCE,
				List.of(Step.of(limited.limits.addressCheck())), () -> "id");
		Evaluation evaluation = pipeline.evaluate(Requests.from(CALLER)).toCompletableFuture().join();
		assertThat(code(evaluation.decision())).isEqualTo("check.failed");
	}

	@Test
	void createWhenLimitsMeanNothingThenRefused() {
		RateLimit one = new RateLimit("same", 1, Limited.MINUTE);
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitRules(one, null, one))
			.withMessage("two limits share the name same");
		assertThatIllegalArgumentException().isThrownBy(() -> new Limited(new LimitRules(one, null, null), 0))
			.withMessage("mostTracked must be positive: 0");
		for (long permits : new long[] { 0, -1, 1_000_000_001 }) {
			assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit("x", permits, Limited.MINUTE))
				.withMessage("permits must be between 1 and 1000000000: " + permits);
		}
		for (String window : List.of("PT0S", "PT-1S", "PT1.5S", "PT24H1S")) {
			assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit("x", 1, Duration.parse(window)))
				.withMessage("window must be whole seconds, from 1s to 86400s: " + Duration.parse(window));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(" ", 1, Limited.MINUTE));
	}

	@Test
	void evaluateWhenLimitIsAsLargeAsCanBeThenCounts() {
		RateLimit large = new RateLimit("large", RateLimit.MOST_PERMITS, RateLimit.LONGEST_WINDOW);
		Limited limited = new Limited(new LimitRules(null, large, null), 10);
		assertThat(quota(limited.arrive(CALLER)).remaining()).isEqualTo(RateLimit.MOST_PERMITS - 1);
		limited = new Limited(
				new LimitRules(null, new RateLimit("fast", RateLimit.MOST_PERMITS, Duration.ofSeconds(1)), null), 10);
		assertThat(quota(limited.arrive("2001:db8::1")).remaining()).isEqualTo(RateLimit.MOST_PERMITS - 1);
	}

	static Quota quota(Finding finding) {
		assertThat(finding).isInstanceOf(Finding.Pass.class);
		Quota quota = ((Finding.Pass) finding).quota();
		assertThat(quota).isNotNull();
		return java.util.Objects.requireNonNull(quota);
	}

}
