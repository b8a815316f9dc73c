package io.zerotrust.spring.web;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Reason;

/**
 * The header by which a proxy tells the certificate its client showed (RFC 9440).
 *
 * @since 0.1.0
 */
public final class ClientCertificateHeader {

	/**
	 * The name of the header.
	 */
	public static final String NAME = "Client-Cert";

	/**
	 * A header that cannot be read.
	 */
	public static final Challenge MALFORMED = Challenge.of(Proof.MALFORMED,
			new Reason("credential.certificate-malformed", "Client-Cert of a trusted proxy holds no one certificate"));

	private static final int LONGEST = 16_384;

	private ClientCertificateHeader() {
	}

	/**
	 * Read the certificate. It is not validated: the proxy did so, and a token bound to
	 * it needs no chain (RFC 8705, section 4).
	 * @param lines the lines of the header, one at least
	 * @return the certificate, or {@code null} if there are several, or the one cannot be
	 * read
	 */
	public static @Nullable X509Certificate read(List<String> lines) {
		if (lines.size() != 1) {
			return null;
		}
		String line = lines.get(0);
		int from = 0;
		int to = line.length();
		while (from < to && line.charAt(from) == ' ') {
			from++;
		}
		while (to > from && line.charAt(to - 1) == ' ') {
			to--;
		}
		// a byte sequence stands between colons (RFC 9651, section 3.3.5)
		if (to - from < 3 || to - from > LONGEST || line.charAt(from) != ':' || line.charAt(to - 1) != ':') {
			return null;
		}
		try {
			return certificate(Base64.getDecoder().decode(line.substring(from + 1, to - 1)));
		}
		catch (IllegalArgumentException | CertificateException ex) {
			return null;
		}
	}

	private static @Nullable X509Certificate certificate(byte[] der) throws CertificateException {
		X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(der));
		// neither PEM nor anything behind the certificate
		return Arrays.equals(der, certificate.getEncoded()) ? certificate : null;
	}

}
