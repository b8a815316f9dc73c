package io.zerotrust.samples.benchmarks.risk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Admission;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Context;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Posture;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.access.TouchedObject;

/**
 * Somebody who always asks from the same place with the same device, for objects of his
 * own at three endpoints.
 *
 * @param number tells callers apart
 * @param subject who it is, with a token of some session
 * @param address where it asks from
 * @param device its device
 */
record Caller(int number, Subject subject, InetAddress address, String device) {

	private static final int OBJECTS = 4;

	private static final Action GET = new Action("GET");

	private static final EndpointPolicy POLICY = EndpointPolicy.of(Admission.AUTHENTICATED, "benchmark");

	private static final String[] AGENTS = {
			"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
			"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
			"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Safari/604.1" };

	private static final String[] ENDPOINTS = { "/orders/{id}", "/invoices/{id}", "/customers/{id}", "/carts/{id}",
			"/returns/{id}", "/notes/{id}" };

	private static final String[] TYPES = { "orders", "invoices", "customers", "carts", "returns", "notes" };

	private static final Resource[] RESOURCES = resources();

	private static Resource[] resources() {
		Resource[] resources = new Resource[ENDPOINTS.length];
		for (int i = 0; i < resources.length; i++) {
			resources[i] = Resource.endpoint(ENDPOINTS[i], POLICY);
		}
		return resources;
	}

	static Caller of(int number, String name, int day) {
		String id = name + "-" + number;
		Map<String, Object> claims = Map.of("iss", "https://idp.example.com", "sub", id, "sid", id + "-" + day, "iat",
				86_400L * day);
		Subject subject = new Subject("https://idp.example.com", id, "shop", SubjectKind.HUMAN, List.of(), Set.of(),
				Set.of("clerk"), new Credential(CredentialKind.JWT, Claims.none(), Claims.of(claims)));
		return new Caller(number, subject, address(number, name), "device-" + id);
	}

	private static InetAddress address(int number, String name) {
		// people share networks, inventions do not
		int network = name.equals("user") ? number >> 4 : number;
		byte[] address = { (byte) (10 + name.length() + (network >> 16)), (byte) (network >> 8), (byte) network,
				(byte) number };
		try {
			return InetAddress.getByAddress(address);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ask somewhere nobody has ever asked.
	 */
	AccessRequest invent(int turn, long time) {
		AccessRequest usual = ask(turn, true, time);
		Resource nowhere = Resource.endpoint("/invented/" + this.number, POLICY).about(usual.resource().objects());
		return new AccessRequest(this.subject, GET, nowhere, usual.context());
	}

	/**
	 * Ask once more.
	 * @param turn how often it has asked before
	 * @param objects whether it asks for an object of its own
	 * @param time when, in milliseconds
	 */
	AccessRequest ask(int turn, boolean objects, long time) {
		int endpoint = (this.number + turn % 3) % ENDPOINTS.length;
		Resource resource = RESOURCES[endpoint];
		if (objects) {
			String id = Long.toString(31L * (this.number * OBJECTS + turn % OBJECTS));
			resource = resource.about(List.of(new TouchedObject(TYPES[endpoint], id)));
		}
		Context context = new Context(Instant.ofEpochMilli(time), this.address, true,
				AGENTS[this.number % AGENTS.length], this.device, "t13d1516h2_8daaf6152771_" + (this.number % 6),
				new Origin(64_000 + this.number % 50, "DE", 52.5, 13.4), Posture.UNKNOWN, false);
		return new AccessRequest(this.subject, GET, resource, context);
	}

}
