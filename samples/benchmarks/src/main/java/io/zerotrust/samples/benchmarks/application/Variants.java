package io.zerotrust.samples.benchmarks.application;

import java.util.List;

/**
 * The applications that are compared. All serve the same endpoint.
 */
public final class Variants {

	/**
	 * What the plain resource server is called.
	 */
	public static final String RESOURCE_SERVER = "resource server";

	/**
	 * An address that the operator of zt has denied.
	 */
	public static final String DENIED_ADDRESS = "192.0.2.1";

	/**
	 * As little as zt can be.
	 */
	private static final List<String> MINIMAL = List.of("--zt.risk.learning=false",
			"--zt.limits.address.ignore-failures=true");

	/**
	 * As much as zt can be.
	 */
	private static final List<String> EVERYTHING = List.of("--zt.risk.denied-networks=192.0.2.0/24",
			"--zt.checks[risk.learned].mode=enforce", "--zt.limits.address.requests.permits=1000000000",
			"--zt.limits.subject.requests.permits=1000000000", "--management.endpoints.web.exposure.include=zerotrust");

	private Variants() {
	}

	/**
	 * Return the endpoint without any security.
	 * @return the application, to be closed
	 */
	public static Variant none() {
		return Variant.start("no security", NoneApplication.class,
				List.of(Absent.ZT, Absent.SECURITY, Absent.OBSERVATION), List.of());
	}

	/**
	 * Return Spring Security that permits everything.
	 * @return the application, to be closed
	 */
	public static Variant permitAll() {
		return Variant.start("permitAll", PermitApplication.class, List.of(Absent.ZT, Absent.OBSERVATION), List.of());
	}

	/**
	 * Return a plain resource server.
	 * @return the application, to be closed
	 */
	public static Variant resourceServer() {
		return Variant.start(RESOURCE_SERVER, PlainApplication.class, List.of(Absent.ZT, Absent.OBSERVATION),
				List.of());
	}

	/**
	 * Return a resource server with Actuator and metrics, which cost something by
	 * themselves.
	 * @return the application, to be closed
	 */
	public static Variant resourceServerObserved() {
		return Variant.start("resource server, Actuator and metrics", PlainApplication.class, List.of(Absent.ZT),
				List.of());
	}

	/**
	 * Return the resource server with as little of zt as there can be.
	 * @return the application, to be closed
	 */
	public static Variant ztMinimal() {
		return Variant.start("zt minimal", ZtApplication.class, List.of(Absent.OBSERVATION), MINIMAL);
	}

	/**
	 * Return the resource server with all of zt, Actuator and metrics.
	 * @return the application, to be closed
	 */
	public static Variant ztEverything() {
		return Variant.start("zt everything", ZtApplication.class, List.of(), EVERYTHING);
	}

}
