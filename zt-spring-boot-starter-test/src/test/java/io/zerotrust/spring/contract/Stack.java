package io.zerotrust.spring.contract;

/**
 * The two ways to serve the web.
 */
enum Stack {

	SERVLET, REACTIVE

}
