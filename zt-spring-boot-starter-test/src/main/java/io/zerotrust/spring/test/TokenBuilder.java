package io.zerotrust.spring.test;

import java.util.function.Consumer;

import org.springframework.http.HttpHeaders;

/**
 * Mints signed tokens, good ones unless told otherwise.
 *
 * @since 0.1.0
 */
public final class TokenBuilder extends TokenSpec<TokenBuilder> {

	private final ZtTestIssuer issuer;

	TokenBuilder(ZtTestIssuer issuer) {
		this.issuer = issuer;
	}

	@Override
	TokenBuilder self() {
		return this;
	}

	/**
	 * Mint a token.
	 * @return the token in its compact form, with a {@code jti} of its own
	 * @throws IllegalArgumentException if a claim cannot be written as JSON
	 */
	public String mint() {
		return mint(this.issuer);
	}

	/**
	 * Return what puts a token into the {@code Authorization} header, for
	 * {@code RestTestClient}, {@code WebTestClient} and {@code RestClient}:
	 * {@code client.get().uri("/").headers(issuer.token().asBearer())}.
	 * @return the change of the headers; each use mints another token
	 */
	public Consumer<HttpHeaders> asBearer() {
		return (headers) -> headers.setBearerAuth(mint());
	}

}
