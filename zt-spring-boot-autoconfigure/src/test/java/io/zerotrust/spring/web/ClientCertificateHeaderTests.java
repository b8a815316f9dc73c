package io.zerotrust.spring.web;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientCertificateHeaderTests {

	/**
	 * The certificate of RFC 8705, appendix A.
	 */
	private static final String EXAMPLE = "MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAx"
			+ "ODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqG"
			+ "SM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ"
			+ "/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwID"
			+ "SQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOV"
			+ "bUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY=";

	// expired, and signed by itself: nobody's business here
	@Test
	@Tag("M4")
	void readWhenByteSequenceThenCertificate() {
		for (String line : List.of(":" + EXAMPLE + ":", "  :" + EXAMPLE + ": ")) {
			X509Certificate certificate = Objects.requireNonNull(ClientCertificateHeader.read(List.of(line)));
			assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=mtls");
		}
	}

	@Test
	void readWhenSeveralLinesThenNone() {
		assertThat(ClientCertificateHeader.read(List.of(":" + EXAMPLE + ":", ":" + EXAMPLE + ":"))).isNull();
		assertThat(ClientCertificateHeader.read(List.of())).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":", "::", ":=:", EXAMPLE, "\"" + EXAMPLE + "\"", ":" + EXAMPLE, EXAMPLE + ":",
			":" + EXAMPLE + ":;a=1", ":" + EXAMPLE + ":, :" + EXAMPLE + ":", ": " + EXAMPLE + ":",
			"::" + EXAMPLE + "::", ":MIIBBjCBrA==:", ":AAAA:", ":LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t:", "%3A%3A",
			":" + EXAMPLE + "AAAA:" })
	void readWhenSomethingElseThenNone(String line) {
		assertThat(ClientCertificateHeader.read(List.of(line))).isNull();
	}

	@Test
	void readWhenSomethingFollowsOrIsHugeThenNone() {
		byte[] der = Base64.getDecoder().decode(EXAMPLE);
		byte[] longer = Arrays.copyOf(der, der.length + 1);
		assertThat(ClientCertificateHeader.read(List.of(":" + base64(longer) + ":"))).isNull();
		byte[] pem = ("-----BEGIN CERTIFICATE-----\n" + EXAMPLE + "\n-----END CERTIFICATE-----\n")
			.getBytes(StandardCharsets.US_ASCII);
		assertThat(ClientCertificateHeader.read(List.of(":" + base64(pem) + ":"))).isNull();
		assertThat(ClientCertificateHeader.read(List.of(":" + "A".repeat(20_000) + ":"))).isNull();
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

}
