package io.zerotrust.token.jose;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever bytes come as a token: it is read or refused, and nothing else happens. Runs
 * over the stored inputs; with {@code JAZZER_FUZZ=1 JAZZER_HOOKS=1} it looks for others.
 */
class CompactJwsFuzzTests {

	private static final int MAX_LENGTH = 8192;

	@FuzzTest
	@Tag("J15")
	void readWhenAnyBytesThenReadOrRefused(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		try {
			CompactJws jws = CompactJws.read(text, MAX_LENGTH);
			assertThat(new String(jws.signingInput(), StandardCharsets.US_ASCII) + "." + jws.signature())
				.isEqualTo(text);
			assertThat(jws.header().getAlgorithm().getName()).isNotEqualTo("none");
		}
		catch (MalformedJwsException ex) {
			assertThat(ex).hasMessageNotContaining("\n");
		}
	}

}
