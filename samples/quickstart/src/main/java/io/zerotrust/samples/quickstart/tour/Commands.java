package io.zerotrust.samples.quickstart.tour;

import java.net.URI;

import io.zerotrust.samples.client.GoodTokens;

/**
 * Lines of bash for readers who want to try by hand.
 */
final class Commands {

	private static final String TEXT = """
			Try it yourself; the tokens live five minutes.

			TOKEN=%2$s
			MFA=%3$s
			JSON='Content-Type: application/json'

			# 200: the scope is there
			curl -i -H "Authorization: Bearer $TOKEN" %1$s/orders/1
			# 200: public
			curl -i %1$s/catalog
			# 401: no token
			curl -i %1$s/orders/1
			# 401: the signature is broken
			curl -i -H "Authorization: Bearer ${TOKEN}x" %1$s/orders/1
			# 403: not an admin
			curl -i -H "Authorization: Bearer $TOKEN" -X DELETE %1$s/orders/1
			# 403: nobody ruled on it
			curl -i -H "Authorization: Bearer $TOKEN" %1$s/internal/export
			# 401: a stronger login is asked for, then 201 with one
			curl -i -H "Authorization: Bearer $TOKEN" -H "$JSON" -d '{"order":"1","amount":9.90}' %1$s/payments
			curl -i -H "Authorization: Bearer $MFA" -H "$JSON" -d '{"order":"1","amount":9.90}' %1$s/payments

			A fresh token:
			curl -u orders-app:orders-app-secret -d grant_type=client_credentials -d scope=orders:read %4$s/oauth2/token
			""";

	private Commands() {
	}

	static String of(URI api, URI issuer, GoodTokens tokens) {
		return TEXT.formatted(api, tokens.app(), tokens.mfa(), issuer);
	}

}
