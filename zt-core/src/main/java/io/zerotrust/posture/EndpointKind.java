package io.zerotrust.posture;

/**
 * What serves an endpoint.
 *
 * @since 0.1.0
 */
public enum EndpointKind {

	/**
	 * A method of a controller.
	 */
	HANDLER_METHOD,

	/**
	 * A functional route.
	 */
	FUNCTION,

	/**
	 * A handler object mapped by name or pattern.
	 */
	HANDLER,

	/**
	 * Static resources.
	 */
	RESOURCES,

	/**
	 * An Actuator endpoint, ruled by configuration.
	 */
	ACTUATOR,

	/**
	 * The error controller, reached by error dispatches alone.
	 */
	ERROR,

	/**
	 * A servlet beside the dispatcher servlet, refused unless a route names it.
	 */
	SERVLET,

	/**
	 * A route of a gateway, ruled by its id.
	 */
	GATEWAY_ROUTE,

	/**
	 * A filter of somebody else, an authorization server for example, that answers by
	 * rules of its own.
	 */
	FILTER_ENDPOINT

}
