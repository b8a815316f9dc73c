package io.zerotrust.risk.baseline;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PseudonymKeysTests {

	private static final String SECRET = "a secret of at least 32 characters";

	private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59.999Z");

	private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

	@Test
	void keyWhenDerivedThenIsTheOneOfTheMonth() throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes("UTF-8"), "HmacSHA256"));
		byte[] november = mac.doFinal("zt-risk-2026-11".getBytes("UTF-8"));
		PseudonymKeys keys = PseudonymKeys.of(SECRET);
		assertThat(keys.current(NOVEMBER).getEncoded()).isEqualTo(november);
		assertThat(keys.previous(DECEMBER).getEncoded()).isEqualTo(november);
		assertThat(keys.current(DECEMBER).getEncoded()).isNotEqualTo(november);
	}

	@Test
	void keyWhenYearEndsThenTheMonthBeforeIsOfTheLastYear() {
		PseudonymKeys keys = PseudonymKeys.of(SECRET);
		assertThat(keys.previous(Instant.parse("2027-01-15T00:00:00Z"))).isEqualTo(keys.current(DECEMBER));
		assertThat(keys.current(NOVEMBER)).isEqualTo(keys.previous(DECEMBER));
	}

	@Test
	void keyWhenAskedAgainInTheMonthThenIsTheSameObject() {
		PseudonymKeys keys = PseudonymKeys.of(SECRET);
		assertThat(keys.current(NOVEMBER)).isSameAs(keys.current(Instant.parse("2026-11-01T00:00:00Z")));
	}

	@Test
	void keyWhenSecretIsTheSameThenSoIsTheKey() {
		assertThat(PseudonymKeys.of(SECRET).current(NOVEMBER)).isEqualTo(PseudonymKeys.of(SECRET).current(NOVEMBER));
		assertThat(PseudonymKeys.of(SECRET).isLasting()).isTrue();
	}

	@Test
	void keyWhenMadeAtRandomThenIsNobodyElses() {
		PseudonymKeys one = PseudonymKeys.of(new SecureRandom());
		PseudonymKeys other = PseudonymKeys.of(new SecureRandom());
		assertThat(one.current(NOVEMBER)).isNotEqualTo(other.current(NOVEMBER));
		assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
		assertThat(one.isLasting()).isFalse();
	}

	@Test
	void fingerprintWhenShownThenTellsSecretsApartAndNoKey() {
		PseudonymKeys keys = PseudonymKeys.of(SECRET);
		assertThat(keys.fingerprint()).matches("[0-9a-f]{8}").isEqualTo(PseudonymKeys.of(SECRET).fingerprint());
		assertThat(keys.fingerprint()).isNotEqualTo(PseudonymKeys.of(SECRET + "!").fingerprint());
		assertThat(HexFormat.of().formatHex(keys.current(NOVEMBER).getEncoded())).doesNotContain(keys.fingerprint());
		assertThat(keys.toString()).doesNotContain(SECRET);
	}

	@Test
	void referenceWhenIssuerAndSubjectRunTogetherThenStillTellsThemApart() {
		PseudonymKeys keys = PseudonymKeys.of(SECRET);
		assertThat(keys.reference("https://a", "bc")).matches("[0-9a-f]{12}")
			.isEqualTo(keys.reference("https://a", "bc"))
			.isNotEqualTo(keys.reference("https://ab", "c"));
	}

	@Test
	void secretWhenShortThenRefusedAndNotQuoted() {
		assertThatIllegalArgumentException().isThrownBy(() -> PseudonymKeys.of("hunter2"))
			.withMessage("secret must have 32 characters or more, and has 7");
	}

}
