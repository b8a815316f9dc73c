package io.zerotrust.access;

import java.util.List;

/**
 * Facts about the proof a caller gave; never the proof itself.
 *
 * @param kind how the caller proved who it is
 * @param header the header parameters of the token; empty for other credentials
 * @param claims the verified claims of the token; empty for other credentials
 * @param layout where the issuer puts things among the claims
 * @param possession which keys the caller proved to hold with this request
 * @since 0.1.0
 */
public record Credential(CredentialKind kind, Claims header, Claims claims, ClaimLayout layout, Possession possession) {

	private static final Credential NONE = new Credential(CredentialKind.NONE, Claims.none(), Claims.none());

	/**
	 * Create a credential of a caller that proved to hold no key.
	 * @param kind how the caller proved who it is
	 * @param header the header parameters of the token
	 * @param claims the verified claims of the token
	 * @param layout where the issuer puts things among the claims
	 */
	public Credential(CredentialKind kind, Claims header, Claims claims, ClaimLayout layout) {
		this(kind, header, claims, layout, Possession.none());
	}

	/**
	 * Create a credential whose claims stand where the standards put them.
	 * @param kind how the caller proved who it is
	 * @param header the header parameters of the token
	 * @param claims the verified claims of the token
	 */
	public Credential(CredentialKind kind, Claims header, Claims claims) {
		this(kind, header, claims, ClaimLayout.standard());
	}

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

	/**
	 * Return the same credential with what was proven beside it.
	 * @param possession which keys the caller proved to hold with this request
	 * @return the credential
	 */
	public Credential withPossession(Possession possession) {
		return new Credential(this.kind, this.header, this.claims, this.layout, possession);
	}

	/**
	 * Return whom the token was issued for.
	 * @return the audiences; empty if there are none
	 */
	public List<String> audience() {
		return ClaimLayout.all(this.layout.audience(), this.claims);
	}

	/**
	 * Return the authentication context classes the user satisfied (OpenID Connect Core,
	 * section 2).
	 * @return the classes; empty if there are none
	 */
	public List<String> acr() {
		return ClaimLayout.all(this.layout.acr(), this.claims);
	}

	/**
	 * Return the methods the user authenticated with (RFC 8176).
	 * @return the methods; empty if there are none
	 */
	public List<String> amr() {
		return ClaimLayout.all(this.layout.amr(), this.claims);
	}

	/**
	 * Return the client the token was issued to.
	 * @return the client; empty if the token does not say
	 */
	public String client() {
		return ClaimLayout.first(this.layout.client(), this.claims);
	}

	/**
	 * Return the tenant or organization of the subject.
	 * @return the tenant; empty if there is none
	 */
	public String tenant() {
		return ClaimLayout.first(this.layout.tenant(), this.claims);
	}

	/**
	 * Return the session the token belongs to.
	 * @return the session; empty if there is none
	 */
	public String session() {
		return ClaimLayout.first(this.layout.session(), this.claims);
	}

	@Override
	public String toString() {
		return "Credential[" + this.kind + "]";
	}

}
