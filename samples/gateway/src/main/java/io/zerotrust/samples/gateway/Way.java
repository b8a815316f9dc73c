package io.zerotrust.samples.gateway;

/**
 * Which way a request takes.
 */
enum Way {

	/**
	 * Through the gateway.
	 */
	GATEWAY,

	/**
	 * Around it, straight to the service.
	 */
	BYPASS

}
