package io.zerotrust.samples.quickstart.tour;

import java.net.URI;

/**
 * Lines of bash for readers who want to try by hand.
 */
final class Commands {

	private static final String TEXT = """
			# tokens live five minutes; restart for new ones
			TOKEN=%2$s
			MFA=%3$s
			curl -i %1$s/catalog                                            # 200 public
			curl -i %1$s/orders/1                                           # 401 no token
			curl -i -H "Authorization: Bearer $TOKEN" %1$s/orders/1         # 200
			curl -i -H "Authorization: Bearer $TOKEN" %1$s/internal/export  # 403 nobody ruled on it
			curl -i -H "Authorization: Bearer $TOKEN" -X DELETE %1$s/orders/1  # 403 not an admin
			curl -i -H "Authorization: Bearer ${TOKEN}x" %1$s/orders/1      # 401 signature is broken
			curl -i -H "Authorization: Bearer $TOKEN" --json '{"order":"1","amount":9.90}' %1$s/payments  # 401 step up
			curl -i -H "Authorization: Bearer $MFA" --json '{"order":"1","amount":9.90}' %1$s/payments    # 201
			""";

	private Commands() {
	}

	static String of(URI api, GoodTokens tokens) {
		return TEXT.formatted(api, tokens.app(), tokens.mfa());
	}

}
