package io.zerotrust.access;

/**
 * Facts about the proof a caller gave; never the proof itself.
 *
 * @param kind how the caller proved who it is
 * @param header the header parameters of the token; empty for other credentials
 * @param claims the verified claims of the token; empty for other credentials
 * @since 0.1.0
 */
public record Credential(CredentialKind kind, Claims header, Claims claims) {

	private static final Credential NONE = new Credential(CredentialKind.NONE, Claims.none(), Claims.none());

	/**
	 * Return the credential of a caller that gave none.
	 * @return no credential
	 */
	public static Credential none() {
		return NONE;
	}

	/**
	 * Return a credential that has no claims.
	 * @param kind the kind of credential
	 * @return the credential
	 */
	public static Credential of(CredentialKind kind) {
		return (kind == CredentialKind.NONE) ? NONE : new Credential(kind, Claims.none(), Claims.none());
	}

	@Override
	public String toString() {
		return "Credential[" + this.kind + "]";
	}

}
