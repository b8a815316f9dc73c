package io.zerotrust.samples.benchmarks.application;

/**
 * What an application stands on.
 */
public enum Stack {

	/**
	 * Spring MVC on Tomcat.
	 */
	TOMCAT,

	/**
	 * WebFlux on Netty.
	 */
	NETTY

}
