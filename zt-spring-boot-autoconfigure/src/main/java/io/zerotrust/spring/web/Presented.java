package io.zerotrust.spring.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What matters about a request when its caller is asked for a better credential.
 *
 * @param dpop whether its credential came by the scheme DPoP
 * @param nonce the nonce for its next proof (RFC 9449, section 8); empty if proofs need
 * none
 * @param metadata where the metadata of the resource are (RFC 9728, section 5.1); empty
 * if they are not served
 * @since 0.1.0
 */
public record Presented(boolean dpop, String nonce, String metadata) {

	private static final Presented NOTHING = new Presented(false, "", "");

	private static final String DPOP = "dpop";

	/**
	 * Return what is known of a request without a credential.
	 * @return neither scheme, nonce nor metadata
	 */
	public static Presented nothing() {
		return NOTHING;
	}

	/**
	 * Whether a header is meant for the scheme DPoP, well-formed or not.
	 * @param authorization the value of {@code Authorization}, or {@code null} if there
	 * is none
	 * @return {@code true} if it begins with its name
	 */
	public static boolean byDpop(@Nullable String authorization) {
		return authorization != null && authorization.length() >= DPOP.length()
				&& authorization.substring(0, DPOP.length()).toLowerCase(Locale.ROOT).equals(DPOP);
	}

}
