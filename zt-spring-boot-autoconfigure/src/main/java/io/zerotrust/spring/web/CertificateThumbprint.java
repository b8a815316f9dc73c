package io.zerotrust.spring.web;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

import io.zerotrust.token.jose.Sha256;

/**
 * The thumbprint by which a token is bound to a certificate (RFC 8705, section 3.1).
 *
 * @since 0.1.0
 */
public final class CertificateThumbprint {

	private CertificateThumbprint() {
	}

	/**
	 * Return the thumbprint of a certificate.
	 * @param certificate the certificate
	 * @return its SHA-256, base64url without padding, as {@code x5t#S256} has it
	 */
	public static String of(X509Certificate certificate) {
		try {
			return Sha256.of(certificate.getEncoded());
		}
		catch (CertificateEncodingException ex) {
			throw new IllegalStateException("a certificate that was read cannot be written", ex);
		}
	}

}
