package io.zerotrust.spring.web.servlet;

import jakarta.servlet.ServletRequest;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Possession;
import io.zerotrust.access.SenderConstraint;

/**
 * Remembers with a request which keys its caller proved to hold.
 */
final class ProvenKeys {

	private static final String KEY = ProvenKeys.class.getName() + ".key";

	private ProvenKeys() {
	}

	/**
	 * Note the key that signed a verified proof.
	 * @param thumbprint the thumbprint of the key, base64url
	 */
	static void note(ServletRequest request, String thumbprint) {
		request.setAttribute(KEY, thumbprint);
	}

	/**
	 * Return what the caller proved. The certificate is only looked at for a token that
	 * is bound to one.
	 * @param claims the claims of the token
	 */
	static Possession of(ServletRequest request, Claims claims) {
		String key = (String) request.getAttribute(KEY);
		String certificate = SenderConstraint.MTLS.binds(claims) ? ClientCertificates.thumbprint(request) : null;
		return (key != null || certificate != null) ? new Possession(key, certificate) : Possession.none();
	}

}
