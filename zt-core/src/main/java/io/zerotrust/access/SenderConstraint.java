package io.zerotrust.access;

/**
 * A way to bind a token to a key, so that nobody but the holder of the key can use it.
 *
 * @since 0.1.0
 */
public enum SenderConstraint {

	/**
	 * To a key that signs a proof for each request (RFC 9449).
	 */
	DPOP("jkt"),

	/**
	 * To the client certificate of the connection (RFC 8705).
	 */
	MTLS("x5t#S256");

	private final String member;

	private final ClaimPath path;

	SenderConstraint(String member) {
		this.member = member;
		this.path = ClaimPath.parse("/cnf/" + member);
	}

	/**
	 * Return the member of the claim {@code cnf} (RFC 7800) that names the key.
	 * @return the name of the member
	 */
	public String member() {
		return this.member;
	}

	/**
	 * Whether a token is bound this way.
	 * @param claims the verified claims of the token
	 * @return {@code true} if the member is there, of whatever type
	 */
	public boolean binds(Claims claims) {
		return claims.has(this.path);
	}

	/**
	 * Return the key a token is bound to this way.
	 * @param claims the verified claims of the token
	 * @return the SHA-256 thumbprint, as the token has it; empty if it has none, or one
	 * that is no text
	 */
	public String boundKey(Claims claims) {
		String key = claims.text(this.path);
		return (key != null) ? key : "";
	}

}
