package io.zerotrust.samples.benchmarks.application;

import java.util.ArrayList;
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
	static final List<String> MINIMAL = List.of("--zt.risk.learning=false", "--zt.limits.address.ignore-failures=true");

	/**
	 * Nothing is kept of verified tokens, so that each is as good as new.
	 */
	static final String NEW = "--zt.token.cache.size=0";

	/**
	 * As much as zt can be.
	 */
	static final List<String> EVERYTHING = List.of("--zt.risk.denied-networks=192.0.2.0/24",
			"--zt.checks[risk.learned].mode=enforce", "--zt.limits.address.requests.permits=1000000000",
			"--zt.limits.subject.requests.permits=1000000000", "--management.endpoints.web.exposure.include=zerotrust");

	/**
	 * One client proves more often here than a twentieth of all callers may.
	 */
	private static final String ROOM = "--zt.token.dpop.replay-capacity=20000000";

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
	 * Return the resource server with as little of zt as there can be, to which every
	 * token is new.
	 * @return the application, to be closed
	 */
	public static Variant ztMinimal() {
		return zt("zt minimal, tokens never seen", List.of(Absent.OBSERVATION, Absent.CORRETTO), MINIMAL, NEW);
	}

	/**
	 * Return the same where tokens come again.
	 * @return the application, to be closed
	 */
	public static Variant ztMinimalWarm() {
		return zt("zt minimal, tokens seen before", List.of(Absent.OBSERVATION, Absent.CORRETTO), MINIMAL);
	}

	/**
	 * Return the same for proofs of possession.
	 * @return the application, to be closed
	 */
	public static Variant ztProven() {
		return zt("zt minimal, DPoP", List.of(Absent.OBSERVATION, Absent.CORRETTO), MINIMAL, ROOM);
	}

	/**
	 * Return the resource server with as little of zt as there can be, to which every
	 * token is new, with signatures by Amazon Corretto Crypto Provider.
	 * @return the application, to be closed
	 */
	public static Variant ztMinimalCorretto() {
		return zt("zt minimal, tokens never seen, Corretto", List.of(Absent.OBSERVATION), MINIMAL, NEW);
	}

	/**
	 * Return the same for proofs of possession.
	 * @return the application, to be closed
	 */
	public static Variant ztProvenCorretto() {
		return zt("zt minimal, DPoP, Corretto", List.of(Absent.OBSERVATION), MINIMAL, ROOM);
	}

	/**
	 * Return the resource server with all of zt, Actuator and metrics, to which every
	 * token is new.
	 * @return the application, to be closed
	 */
	public static Variant ztEverything() {
		return zt("zt everything, tokens never seen", List.of(Absent.CORRETTO), EVERYTHING, NEW);
	}

	/**
	 * Return the same where tokens come again.
	 * @return the application, to be closed
	 */
	public static Variant ztEverythingWarm() {
		return zt("zt everything, tokens seen before", List.of(Absent.CORRETTO), EVERYTHING);
	}

	private static Variant zt(String name, List<Absent> absent, List<String> properties, String... more) {
		List<String> all = new ArrayList<>(properties);
		all.addAll(List.of(more));
		return Variant.start(name, ZtApplication.class, absent, all);
	}

}
