package io.zerotrust.spring.web.reactive;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.spring.web.endpoint.MappedHandler;
import io.zerotrust.spring.web.endpoint.Target;

/**
 * Knows handlers that nobody can annotate and that one object serves many of, the routes
 * of a gateway for example.
 *
 * @since 0.1.0
 */
public interface RouteHandlers {

	/**
	 * Tell what a handler demands.
	 * @param handler the handler a mapping has chosen
	 * @param exchange the exchange the mapping was asked with, and what it noted there
	 * @return what the request leads to, or {@code null} if the handler is none of these
	 */
	@Nullable Target target(Object handler, ServerWebExchange exchange);

	/**
	 * Return what is mapped.
	 * @return the handlers that are known now
	 */
	List<MappedHandler> mapped();

}
