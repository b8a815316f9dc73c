package io.zerotrust.spring.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.decision.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read strictly before a lenient decoder sees it, and what is no JWT.
 */
class TokenReadingTests {

	private static final String TWICE = "{\"sub\":\"a\",\"sub\":\"b\"}";

	private final TokenReading reading = new TokenReading(8192, true, true);

	// each is a header to Nimbus, which skips what is no base64 and reads JSON leniently
	@ParameterizedTest
	@ValueSource(strings = { "{\"alg\":\"RS256\"}", "{\n\"alg\":\"RS256\"}", " {\"alg\":\"RS256\"}",
			"\t\r\n{\"alg\":\"RS256\"}", "\ufeff{\"alg\":\"RS256\"}", "{ \"alg\":\"RS256\"}", "/**/{\"alg\":\"RS256\"}",
			"#\n{alg:RS256}", ")]}'\n{'alg':'RS256'}", "{\"\\u0061lg\":\"RS256\"}" })
	@Tag("J15")
	void objectionWhenHeaderOfAJwtHoweverWrittenThenReadStrictly(String header) {
		for (String before : new String[] { "", "~", "=~" }) {
			String token = before + encode(header) + "." + encode(TWICE) + ".c2lnbmVk";
			Reason objection = Objects.requireNonNull(this.reading.objection(token), token);
			assertThat(objection.code()).isEqualTo("token.malformed");
		}
	}

	@Test
	void objectionWhenOpaqueThenNone() {
		assertThat(this.reading.objection("2YotnFZFEjr1zCsicMWpAA")).isNull();
		assertThat(this.reading.objection("v1.local.2YotnFZFEjr1zCsicMWpAA")).isNull();
		assertThat(this.reading.objection("+/~.only.please")).isNull();
		assertThat(this.reading.objection("a.b.c.d.e")).isNull();
	}

	@Test
	void objectionWhenOpaqueTokensAreNotTakenThenNotAJwt() {
		Reason objection = new TokenReading(8192, true, false).objection("2YotnFZFEjr1zCsicMWpAA");
		assertThat(objection).isEqualTo(new Reason("token.malformed", "not a JWT"));
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
