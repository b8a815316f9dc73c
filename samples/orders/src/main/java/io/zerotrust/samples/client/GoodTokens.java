package io.zerotrust.samples.client;

/**
 * Tokens as the issuer gives them.
 *
 * @param reader may read orders
 * @param app may read and place orders and pay
 * @param mfa as {@code app}, for a user who just passed a second factor
 * @param admin has the role {@code admin}
 */
public record GoodTokens(String reader, String app, String mfa, String admin) {

	private static final String ALL = "orders:read orders:write payments:write";

	public static GoodTokens from(IssuerClient issuer) {
		return new GoodTokens(issuer.token("orders-reader", "orders:read"), issuer.token("orders-app", ALL),
				issuer.token("orders-app-mfa", ALL), issuer.token("orders-admin", "orders:read"));
	}

	@Override
	public String toString() {
		return "GoodTokens";
	}

}
