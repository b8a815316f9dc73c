package io.zerotrust.spring.web.reactive;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.endpoint.MappedHandler;
import io.zerotrust.spring.web.endpoint.Target;

/**
 * Knows handlers that serve many endpoints and keep in the exchange which one they serve:
 * the routes of a gateway.
 *
 * @since 0.1.0
 */
public interface RouteHandlers {

	/**
	 * Tell what a handler demands.
	 * @param handler what the mappings have chosen
	 * @param exchange the exchange they have chosen it on
	 * @return what the request leads to, or {@code null} if the handler is none of these
	 */
	@Nullable Target target(Object handler, ServerWebExchange exchange);

	/**
	 * Return what is mapped. May wait, so never to be asked by a request.
	 * @return the handlers
	 */
	List<MappedHandler> mapped();

	/**
	 * Return what cannot be guarded. May wait, as {@link #mapped()}.
	 * @return the problems; empty if everything can be
	 */
	List<RouteProblem> problems();

}
