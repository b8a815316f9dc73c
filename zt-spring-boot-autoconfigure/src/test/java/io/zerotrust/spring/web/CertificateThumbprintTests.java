package io.zerotrust.spring.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateThumbprintTests {

	private static final String EXAMPLE = """
			-----BEGIN CERTIFICATE-----
			MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAx
			ODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqG
			SM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ
			/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwID
			SQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOV
			bUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY=
			-----END CERTIFICATE-----
			""";

	// RFC 8705, appendix A
	@Test
	@Tag("M2")
	@Tag("M6")
	void ofWhenExampleOfTheStandardThenAsItSays() throws CertificateException {
		X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(EXAMPLE.getBytes(StandardCharsets.US_ASCII)));
		assertThat(CertificateThumbprint.of(certificate)).isEqualTo("A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0");
	}

}
