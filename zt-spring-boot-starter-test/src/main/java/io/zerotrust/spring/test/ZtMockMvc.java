package io.zerotrust.spring.test;

/**
 * Where requests for MockMvc and MockMvcTester get their tokens from. Meant to be
 * imported statically.
 *
 * @since 0.1.0
 */
public final class ZtMockMvc {

	private ZtMockMvc() {
	}

	/**
	 * Send a signed token of the context's {@link ZtTestIssuer} with a request:
	 * {@code mvc.perform(get("/orders/1").with(ztJwt().scopes("orders:read")))}. Unlike
	 * {@code jwt()} of Spring Security it goes through the whole filter chain.
	 * @return what adds the token
	 */
	public static ZtJwtRequestPostProcessor ztJwt() {
		return new ZtJwtRequestPostProcessor();
	}

}
