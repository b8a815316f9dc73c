package io.zerotrust.spring.test;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A token with one thing wrong. Where "the decoder" refuses it, Spring Security does so
 * without zt, given an issuer and an audience; the others take zt.
 *
 * @since 0.1.0
 */
public enum BadToken {

	/**
	 * Expired ten minutes ago. Refused by the decoder.
	 */
	EXPIRED((draft) -> draft.minutes("iat", -15).minutes("exp", -10).sign()),

	/**
	 * {@code nbf} is ten minutes ahead. Refused by the decoder.
	 */
	NOT_YET_VALID((draft) -> draft.minutes("nbf", 10).minutes("exp", 15).sign()),

	/**
	 * {@code iat} is ten minutes ahead. Refused by zt.
	 */
	ISSUED_IN_FUTURE((draft) -> draft.minutes("iat", 10).minutes("exp", 15).sign()),

	/**
	 * Never ends. Refused by zt.
	 */
	NO_EXPIRY((draft) -> draft.without("exp").sign()),

	/**
	 * No {@code iat}, which the decoder makes up from {@code exp}. Refused by zt.
	 */
	NO_ISSUED_AT((draft) -> draft.minutes("exp", 10).without("iat").sign()),

	/**
	 * Issued now, ends tomorrow. Refused by zt.
	 */
	LIVES_24_HOURS((draft) -> draft.minutes("iat", 0).minutes("exp", 1440).sign()),

	/**
	 * {@code iss} is somebody else. Refused by the decoder.
	 */
	FOREIGN_ISSUER((draft) -> draft.claim("iss", "https://foreign-issuer.test").sign()),

	/**
	 * {@code iss} has one slash too many. Refused by the decoder.
	 */
	ISSUER_WITH_TRAILING_SLASH((draft) -> draft.claim("iss", draft.claims().get("iss") + "/").sign()),

	/**
	 * No {@code iss}. Refused by the decoder.
	 */
	NO_ISSUER((draft) -> draft.without("iss").sign()),

	/**
	 * {@code aud} is another service. Refused by the decoder.
	 */
	FOREIGN_AUDIENCE((draft) -> draft.claim("aud", "foreign-service").sign()),

	/**
	 * No {@code aud}. Refused by the decoder.
	 */
	NO_AUDIENCE((draft) -> draft.without("aud").sign()),

	/**
	 * No {@code sub}. Refused by zt.
	 */
	NO_SUBJECT((draft) -> draft.without("sub").sign()),

	/**
	 * An OpenID Connect ID token: {@code nonce} and {@code at_hash}. Refused by zt.
	 */
	ID_TOKEN((draft) -> draft.header("typ", "JWT").claim("nonce", "n-0S6").claim("at_hash", "77QmUPtj").sign()),

	/**
	 * An ID token of Amazon Cognito: untyped, {@code token_use} is {@code id}. Refused by
	 * zt.
	 */
	ID_TOKEN_COGNITO((draft) -> draft.withoutHeader("typ").claim("token_use", "id").sign()),

	/**
	 * An ID token of Keycloak: the claim {@code typ} is {@code ID}. Refused by zt.
	 */
	ID_TOKEN_KEYCLOAK((draft) -> draft.header("typ", "JWT").claim("typ", "ID").sign()),

	/**
	 * A back-channel logout token, by its {@code typ}. Refused by the decoder.
	 */
	LOGOUT_TOKEN((draft) -> draft.header("typ", "logout+jwt").claim("sid", "s-1").sign()),

	/**
	 * A DPoP proof, by its {@code typ}. Refused by the decoder.
	 */
	DPOP_PROOF_TYPE((draft) -> draft.header("typ", "dpop+jwt").sign()),

	/**
	 * Not signed, and says so. Refused by the decoder.
	 */
	ALG_NONE(Forgery::unsigned),

	/**
	 * HS256 with the issuer's public key for a secret. Refused by the decoder.
	 */
	HMAC_WITH_PUBLIC_KEY(Forgery::keyedWithPublicKey),

	/**
	 * Signed with a key the issuer does not have. Refused by the decoder.
	 */
	FOREIGN_KEY(Forgery::foreignKey),

	/**
	 * Signed with a foreign key, under the {@code kid} of the issuer's. Refused by the
	 * decoder.
	 */
	FOREIGN_KEY_SAME_KID(Forgery::foreignKeySameId),

	/**
	 * Signed with a foreign key that the header brings along ({@code jwk}). Refused by
	 * the decoder.
	 */
	EMBEDDED_JWK(Forgery::embeddedKey),

	/**
	 * Signed with a foreign key that the header points to ({@code jku}). Refused by the
	 * decoder.
	 */
	KEY_URL((draft) -> Forgery.foreignKey(draft.header("jku", "https://foreign-issuer.test/keys"))),

	/**
	 * {@code sub} was changed after signing. Refused by the decoder.
	 */
	TAMPERED_PAYLOAD(Forgery::tamperedPayload),

	/**
	 * One bit of the signature is flipped. Refused by the decoder.
	 */
	TAMPERED_SIGNATURE(Forgery::tamperedSignature),

	/**
	 * RS256 without a signature. Refused by the decoder.
	 */
	EMPTY_SIGNATURE(Forgery::emptySignature),

	/**
	 * Header and payload only. Refused by the decoder.
	 */
	TWO_PARTS(Forgery::twoParts),

	/**
	 * Some text. Refused by the decoder.
	 */
	NOT_A_JWT((draft) -> "not-a-jwt"),

	/**
	 * {@code crit} names an extension nobody knows. Refused by the decoder.
	 */
	UNKNOWN_CRITICAL_HEADER((draft) -> draft.header("crit", List.of("zt-unknown")).header("zt-unknown", true).sign()),

	/**
	 * Bound to a key ({@code cnf.jkt}) nobody proves to have. Refused by the bearer
	 * filter and by zt.
	 */
	BOUND_BY_DPOP((draft) -> draft.claim("cnf", Map.of("jkt", Forgery.thumbprint())).sign()),

	/**
	 * Bound to a certificate ({@code cnf.x5t#S256}) that the connection lacks. Refused by
	 * the decoder.
	 */
	BOUND_BY_CERTIFICATE((draft) -> draft.claim("cnf", Map.of("x5t#S256", Forgery.thumbprint())).sign()),

	/**
	 * {@code aud} is an object. Refused by the decoder.
	 */
	AUDIENCE_OF_WRONG_TYPE((draft) -> draft.claim("aud", Map.of("name", draft.claims().get("aud"))).sign()),

	/**
	 * {@code exp} is a string of digits. Refused by the decoder.
	 */
	EXPIRY_OF_WRONG_TYPE((draft) -> draft.claim("exp", String.valueOf(draft.claims().get("exp"))).sign());

	private final Function<TokenDraft, String> recipe;

	BadToken(Function<TokenDraft, String> recipe) {
		this.recipe = recipe;
	}

	String mint(TokenDraft draft) {
		return this.recipe.apply(draft);
	}

}
