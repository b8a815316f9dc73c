package io.zerotrust.spring.test;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClientConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * Puts a token of the context's {@link ZtTestIssuer} into the {@code Authorization}
 * header of each request, in place of what was there. Each request gets another token.
 *
 * @since 0.1.0
 */
public final class ZtJwtMutator extends TokenSpec<ZtJwtMutator> implements WebTestClientConfigurer {

	ZtJwtMutator() {
	}

	@Override
	ZtJwtMutator self() {
		return this;
	}

	/**
	 * Put the token in front of all filters.
	 * @throws IllegalStateException if the client talks to a real port, where
	 * {@link TokenBuilder#asBearer()} does
	 */
	@Override
	public void afterConfigurerAdded(WebTestClient.Builder builder, @Nullable WebHttpHandlerBuilder httpHandlerBuilder,
			@Nullable ClientHttpConnector connector) {
		if (httpHandlerBuilder == null) {
			throw new IllegalStateException("ztJwt() needs a WebTestClient without a server: "
					+ "use headers(issuer.token().asBearer()) over a real port");
		}
		httpHandlerBuilder.filters((filters) -> filters.add(0, this::filter));
	}

	private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String token = mint(issuer(exchange.getApplicationContext()));
		return chain.filter(exchange.mutate()
			.request((request) -> request.headers((headers) -> headers.setBearerAuth(token)))
			.build());
	}

	private static ZtTestIssuer issuer(@Nullable ApplicationContext context) {
		ZtTestIssuer issuer = (context != null) ? context.getBeanProvider(ZtTestIssuer.class).getIfAvailable() : null;
		if (issuer == null) {
			throw new IllegalStateException("ztJwt() needs a ZtTestIssuer in the application context: "
					+ "use @WebFluxTest or @AutoConfigureWebTestClient, or declare the bean");
		}
		return issuer;
	}

}
