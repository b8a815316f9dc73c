package io.zerotrust.spring.web.servlet;

import jakarta.servlet.ServletRequest;

import io.zerotrust.access.Possession;

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
	 * Return what the caller proved.
	 */
	static Possession of(ServletRequest request) {
		String key = (String) request.getAttribute(KEY);
		return (key != null) ? new Possession(key, null) : Possession.none();
	}

}
