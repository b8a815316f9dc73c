package io.zerotrust.spring.web.endpoint;

/**
 * What a request leads to.
 *
 * @since 0.1.0
 */
public enum HandlerKind {

	/**
	 * A method of a controller.
	 */
	METHOD,

	/**
	 * A functional route.
	 */
	FUNCTION,

	/**
	 * Static resources.
	 */
	RESOURCES,

	/**
	 * An Actuator endpoint.
	 */
	ACTUATOR,

	/**
	 * The error controller.
	 */
	ERROR_CONTROLLER,

	/**
	 * Spring's own answer to OPTIONS.
	 */
	OPTIONS,

	/**
	 * Spring's own answer to a CORS pre-flight.
	 */
	PREFLIGHT,

	/**
	 * A servlet beside the dispatcher servlet.
	 */
	SERVLET,

	/**
	 * A route of a gateway, which passes the request on.
	 */
	GATEWAY_ROUTE,

	/**
	 * A filter of somebody else that answers by rules of its own.
	 */
	FILTER_ENDPOINT,

	/**
	 * Some other handler object.
	 */
	OTHER,

	/**
	 * Nothing.
	 */
	NONE,

	/**
	 * Parameters in a form body decide on the handler.
	 */
	BY_FORM,

	/**
	 * The mappings failed: a wrong method, media type or version, most often.
	 */
	UNRESOLVED

}
