package io.zerotrust.spring.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.StepFinding;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The fields of limits against the grammar of structured fields and of the draft.
 */
class RateLimitFieldsTests {

	private static final long LARGEST = 999_999_999_999_999L;

	private final Random random = new Random(42);

	@Test
	void ofThenAsTheDraftHasIt() {
		RateLimitFields fields = RateLimitFields
			.of(new Quota("burst", 100, Duration.ofSeconds(60), 50, Duration.ofMillis(29_001)));
		assertThat(fields.policy()).isEqualTo("\"burst\";q=100;w=60");
		assertThat(fields.state()).isEqualTo("\"burst\";r=50;t=30");
	}

	@Test
	void ofWhenThousandAreGeneratedThenEachIsInTheGrammarAndMeansWhatWentIn() {
		int items = 0;
		for (int i = 0; i < 1000; i++) {
			List<Quota> quotas = new ArrayList<>();
			for (int left = 1 + this.random.nextInt(4); left > 0; left--) {
				quotas.add(quota());
			}
			RateLimitFields fields = Objects.requireNonNull(RateLimitFields.of(evaluation(Mode.ENFORCE, quotas)));
			List<StructuredList.Item> policies = StructuredList.parse(fields.policy());
			List<StructuredList.Item> states = StructuredList.parse(fields.state());
			assertThat(policies).hasSameSizeAs(quotas);
			assertThat(states).hasSameSizeAs(quotas);
			for (int j = 0; j < quotas.size(); j++) {
				Quota quota = quotas.get(j);
				assertThat(policies.get(j).verifiedAsPolicy()).isEqualTo(new StructuredList.Item(quota.limit(),
						Map.of("q", quota.permits(), "w", quota.window().toSeconds())));
				assertThat(states.get(j).verifiedAsState()).isEqualTo(new StructuredList.Item(quota.limit(),
						Map.of("r", quota.remaining(), "t", quota.reset().plusNanos(999_999_999).toSeconds())));
				items++;
			}
		}
		assertThat(items).isGreaterThan(2000);
	}

	private Quota quota() {
		long permits = 1 + number(LARGEST - 1);
		long remaining = this.random.nextInt(8) == 0 ? permits : number(permits);
		return new Quota(name(), permits, Duration.ofSeconds(1 + number(LARGEST - 1)), remaining,
				Duration.ofSeconds(number(LARGEST - 1), this.random.nextInt(1_000_000_000)));
	}

	/**
	 * A number of any length up to the bound.
	 */
	private long number(long bound) {
		long magnitude = (long) Math.pow(10, this.random.nextInt(16));
		return this.random.nextLong(Math.min(bound, magnitude) + 1);
	}

	private String name() {
		StringBuilder name = new StringBuilder("x");
		for (int left = this.random.nextInt(20); left > 0; left--) {
			String odd = "\"\\;,= \\\"";
			name.append(this.random.nextBoolean() ? odd.charAt(this.random.nextInt(odd.length()))
					: (char) (0x20 + this.random.nextInt(0x5f)));
		}
		return name.toString();
	}

	@Test
	void ofWhenNumberIsTooLongThenTheLargestThereIs() {
		RateLimitFields fields = RateLimitFields.of(new Quota("x", Long.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE),
				LARGEST + 1, Duration.ofSeconds(Long.MAX_VALUE - 1, 1)));
		assertThat(fields.policy()).isEqualTo("\"x\";q=" + LARGEST + ";w=" + LARGEST);
		assertThat(fields.state()).isEqualTo("\"x\";r=" + LARGEST + ";t=" + LARGEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "t\u00e4glich", "a\nb", "a\u007f", "\u0000", "\ud83d\ude00" })
	void createWhenNameCannotBeWrittenThenRefused(String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Quota(name, 1, Duration.ofSeconds(1), 1, Duration.ZERO))
			.withMessageStartingWith("limit must be printable ASCII");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "burst;q=1;w=1", "'burst';q=1;w=1", "\"burst;q=1;w=1", "\"bu\"rst\";q=1;w=1",
			"\"bu\\rst\";q=1;w=1", "\"burst\\\";q=1;w=1", "\"b\u00fcrst\";q=1;w=1", "\"b\u007f\";q=1;w=1",
			"\"burst\" ;q=1;w=1", "\"burst\";q=1.5;w=1", "\"burst\";q=1;w=", "\"burst\";q;w=1", "\"burst\";Q=1;w=1",
			"\"burst\";q=\"1\";w=1", "\"burst\";q=1000000000000000;w=1", "\"burst\";q=--1;w=1", "\"burst\";q=1;w=1,",
			"\"burst\";q=1;w=1,,\"daily\";q=1;w=1", "\"burst\";q=1;w=1 \"daily\";q=1;w=1", "\"burst\";q=1;w=1;",
			"\"burst\";q=1;q=1;w=1", "\"burst\";q =1;w=1", " \"burst\";q=1;w=1", "\"burst\";q=+1;w=1" })
	void parseWhenMalformedThenRefused(String malformed) {
		assertThatIllegalArgumentException().isThrownBy(() -> StructuredList.parse(malformed));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"burst\"", "\"burst\";q=1", "\"burst\";w=1", "\"burst\";q=-1;w=1", "\"burst\";q=1;w=0",
			"\"burst\";r=1;t=1", "\"burst\";q=1;w=1;x=1" })
	void parseWhenNoPolicyThenRefused(String other) {
		StructuredList.Item item = StructuredList.parse(other).get(0);
		assertThatIllegalArgumentException().isThrownBy(item::verifiedAsPolicy);
	}

	@Test
	void ofWhenOnlyObservedOrNotCountedThenNothingIsTold() {
		assertThat(RateLimitFields.of(evaluation(Mode.OBSERVE, List.of(quota())))).isNull();
		assertThat(RateLimitFields.of(evaluation(Mode.ENFORCE, List.of()))).isNull();
	}

	@Test
	void joinThenBehindWhatIsThere() {
		assertThat(RateLimitFields.join(List.of(), "c")).isEqualTo("c");
		assertThat(RateLimitFields.join(List.of("a", "b"), "c")).isEqualTo("a, b, c");
	}

	private static Evaluation evaluation(Mode mode, List<Quota> quotas) {
		List<StepFinding> findings = new ArrayList<>();
		findings.add(new StepFinding("silent", mode, Finding.pass()));
		for (Quota quota : quotas) {
			findings.add(new StepFinding("limit", mode, new Finding.Pass(List.of(), quota)));
		}
		AccessRequest request = new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(),
				Context.at(Instant.EPOCH));
		return new Evaluation("id", Gate.ARRIVAL, request, Permit.instance(), Permit.instance(), findings);
	}

}
