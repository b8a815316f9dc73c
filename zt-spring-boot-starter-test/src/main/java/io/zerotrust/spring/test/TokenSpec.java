package io.zerotrust.spring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What a token is to say. Unless told otherwise it is a good access token as of RFC 9068:
 * typed {@code at+jwt}, with {@code iss}, {@code aud}, {@code sub}, {@code client_id},
 * {@code iat}, {@code exp} after five minutes and {@code jti}, and without any scope.
 *
 * @param <T> the type that collects the wishes
 * @since 0.1.0
 */
public abstract class TokenSpec<T extends TokenSpec<T>> {

	private final List<Consumer<TokenDraft>> edits = new ArrayList<>();

	private Duration lifetime = Duration.ofMinutes(5);

	private @Nullable Instant issuedAt;

	private @Nullable BadToken defect;

	TokenSpec() {
	}

	abstract T self();

	/**
	 * Set {@code sub}, by default {@code user}.
	 * @param subject the subject
	 * @return this
	 */
	public T subject(String subject) {
		return claim("sub", subject);
	}

	/**
	 * Set {@code client_id}, by default {@code client}.
	 * @param client the OAuth client
	 * @return this
	 */
	public T client(String client) {
		return claim("client_id", client);
	}

	/**
	 * Set {@code scope}, replacing what was set before.
	 * @param scopes the scopes
	 * @return this
	 */
	public T scopes(String... scopes) {
		return claim("scope", String.join(" ", scopes));
	}

	/**
	 * Set {@code roles} (RFC 9068, section 2.2.3.1), replacing what was set before. They
	 * count as roles only if {@code zt.claims.roles} or the preset of {@code zt.provider}
	 * reads this claim, or the application's authentication converter turns it into
	 * {@code ROLE_} authorities; where another one is read, use
	 * {@link #claim(String, Object)} with a map for claims within claims.
	 * @param roles the roles, without prefix
	 * @return this
	 */
	public T roles(String... roles) {
		return claim("roles", List.of(roles));
	}

	/**
	 * Set {@code acr}: how strongly the user was authenticated.
	 * @param acr the authentication context class
	 * @return this
	 */
	public T acr(String acr) {
		return claim("acr", acr);
	}

	/**
	 * Set {@code amr}: by what the user was authenticated.
	 * @param amr the authentication methods
	 * @return this
	 */
	public T amr(String... amr) {
		return claim("amr", List.of(amr));
	}

	/**
	 * Set {@code auth_time}.
	 * @param time when the user was authenticated, cut to seconds
	 * @return this
	 */
	public T authenticatedAt(Instant time) {
		return claim("auth_time", time);
	}

	/**
	 * Set {@code iat}, by default now.
	 * @param time when the token is said to be issued, cut to seconds
	 * @return this
	 */
	public T issuedAt(Instant time) {
		this.issuedAt = time;
		return self();
	}

	/**
	 * Set {@code exp}, by default five minutes after {@code iat}.
	 * @param lifetime the time from {@code iat} to {@code exp}; may be negative
	 * @return this
	 */
	public T lifetime(Duration lifetime) {
		this.lifetime = lifetime;
		return self();
	}

	/**
	 * Set the header parameter {@code typ}, by default {@code at+jwt}.
	 * @param type the media type of the token
	 * @return this
	 */
	public T type(String type) {
		return edit((draft) -> draft.header("typ", type));
	}

	/**
	 * Leave out the header parameter {@code typ}.
	 * @return this
	 */
	public T untyped() {
		return edit((draft) -> draft.withoutHeader("typ"));
	}

	/**
	 * Set any claim.
	 * @param name the name of the claim
	 * @param value a text, number, boolean, list or map, or an {@link Instant}, which
	 * becomes a NumericDate
	 * @return this
	 */
	public T claim(String name, Object value) {
		return edit((draft) -> draft.claim(name, value));
	}

	/**
	 * Leave out a claim.
	 * @param name the name of the claim
	 * @return this
	 */
	public T without(String name) {
		return edit((draft) -> draft.without(name));
	}

	/**
	 * Make the token a bad one, after everything else was done as asked for.
	 * @param defect what is wrong with the token
	 * @return this
	 */
	public T bad(BadToken defect) {
		this.defect = defect;
		return self();
	}

	private T edit(Consumer<TokenDraft> edit) {
		this.edits.add(edit);
		return self();
	}

	final String mint(ZtTestIssuer issuer) {
		Instant now = issuer.clock().instant();
		Instant issued = (this.issuedAt != null) ? this.issuedAt : now;
		TokenDraft draft = issuer.draft(now).claim("iat", issued).claim("exp", issued.plus(this.lifetime));
		this.edits.forEach((edit) -> edit.accept(draft));
		return (this.defect != null) ? this.defect.mint(draft) : draft.sign();
	}

}
