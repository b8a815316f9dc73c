package io.zerotrust.spring.actuate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zerotrust.posture.EndpointKind;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			nothing of the kind                         | nothing of the kind
			Bearer eyJhbGciOiJub25lIn0.e30.sig_-x is bad | Bearer (a token) is bad
			eyJhbGci                                    | (a token)
			one eyJa.b.c, two "eyJd.e.f"                | one (a token), two "(a token)"
			iss is not trusted: https://evil.example    | iss is not trusted: https://evil.example
			""")
	void plainWhenTextQuotesTokensThenTheyAreLeftOut(String text, String plain) {
		assertThat(Words.plain(text)).isEqualTo(plain);
	}

	@Test
	void plainWhenTextIsLongThenCut() {
		assertThat(Words.plain("x".repeat(1000))).hasSize(1000);
		assertThat(Words.plain("x".repeat(100_000))).hasSize(1001).endsWith("x…");
	}

	@Test
	void ofWhenConstantHasSeveralWordsThenJoined() {
		assertThat(Words.of(EndpointKind.HANDLER_METHOD)).isEqualTo("handler-method");
	}

}
