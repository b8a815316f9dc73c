package io.zerotrust.spring.test;

/**
 * Where requests of a {@code WebTestClient} without a server get their tokens from. Meant
 * to be imported statically.
 *
 * @since 0.1.0
 */
public final class ZtWebTestClient {

	private ZtWebTestClient() {
	}

	/**
	 * Send a signed token of the context's {@link ZtTestIssuer} with each request:
	 * {@code client.mutateWith(ztJwt().scopes("orders:read")).get().uri("/orders/1")}.
	 * Unlike {@code mockJwt()} of Spring Security it goes through the whole filter chain.
	 * @return what adds the token
	 */
	public static ZtJwtMutator ztJwt() {
		return new ZtJwtMutator();
	}

}
