package io.zerotrust.spring.web.reactive;

import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Possession;
import io.zerotrust.access.SenderConstraint;

/**
 * Remembers with an exchange which keys its caller proved to hold.
 */
final class ProvenKeys {

	private static final String KEY = ProvenKeys.class.getName() + ".key";

	private ProvenKeys() {
	}

	/**
	 * Note the key that signed a verified proof.
	 * @param thumbprint the thumbprint of the key, base64url
	 */
	static void note(ServerWebExchange exchange, String thumbprint) {
		exchange.getAttributes().put(KEY, thumbprint);
	}

	/**
	 * Return what the caller proved. The certificate is only looked at for a token that
	 * is bound to one.
	 * @param claims the claims of the token
	 */
	static Possession of(ServerWebExchange exchange, Claims claims) {
		String key = exchange.getAttribute(KEY);
		String certificate = SenderConstraint.MTLS.binds(claims) ? ClientCertificates.thumbprint(exchange) : null;
		return (key != null || certificate != null) ? new Possession(key, certificate) : Possession.none();
	}

}
