package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Action;
import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.SensitivityLevel;

/**
 * The endpoints. The application behind them does not look whose an object is: that is
 * the hole the attacks go through.
 */
final class Api {

	private static final EndpointPolicy USERS = EndpointPolicy.of(Admission.AUTHENTICATED, "replay");

	private final List<Endpoint> endpoints = new ArrayList<>();

	/**
	 * Where nothing is.
	 */
	private final Endpoint nothing = new Endpoint(-1, new Action("GET"), Resource.endpoint("", EndpointPolicy.absent()),
			Act.PLAIN, null);

	Api() {
		for (Thing thing : Thing.values()) {
			addObjects(thing);
		}
		addOwn();
		for (String path : List.of("users", "roles", "audit", "settings", "jobs", "keys")) {
			add("GET", "/admin/" + path, ruled("admin"), SensitivityLevel.CRITICAL, Act.ADMINISTER, null);
		}
		for (Thing thing : List.of(Thing.ORDER, Thing.INVOICE, Thing.DOCUMENT, Thing.ACCOUNT)) {
			add("POST", "/internal/" + thing.word() + "s/{id}/sync", ruled("service"), SensitivityLevel.HIGH,
					Act.INTERNAL, thing);
		}
	}

	private void addObjects(Thing thing) {
		String path = "/" + thing.word() + "s";
		boolean open = thing == Thing.PRODUCT;
		SensitivityLevel level = open ? SensitivityLevel.LOW : SensitivityLevel.MEDIUM;
		add("GET", path, USERS, level, Act.LIST, thing);
		add("GET", path + "/{id}", USERS, (thing == Thing.ACCOUNT) ? SensitivityLevel.HIGH : level, Act.READ, thing);
		if (open) {
			add("GET", path + "/search", USERS, level, Act.SEARCH, thing);
			return;
		}
		add("POST", path, USERS, level, Act.CREATE, thing);
		add("PUT", path + "/{id}", USERS, level, Act.UPDATE, thing);
		add("DELETE", path + "/{id}", USERS, SensitivityLevel.HIGH, Act.DELETE, thing);
		add("GET", path + "/{id}/file", USERS, level, Act.DOWNLOAD, thing);
		add("GET", path + "/export", USERS, SensitivityLevel.CRITICAL, Act.EXPORT, thing);
	}

	private void addOwn() {
		add("GET", "/me", USERS, SensitivityLevel.LOW, Act.PLAIN, null);
		add("PUT", "/me", USERS, SensitivityLevel.HIGH, Act.PLAIN, null);
		add("GET", "/me/settings", USERS, SensitivityLevel.LOW, Act.PLAIN, null);
		add("PUT", "/me/settings", USERS, SensitivityLevel.MEDIUM, Act.PLAIN, null);
		add("POST", "/me/password", USERS, SensitivityLevel.CRITICAL, Act.PLAIN, null);
		add("GET", "/notifications", USERS, SensitivityLevel.LOW, Act.PLAIN, null);
		add("GET", "/cart", USERS, SensitivityLevel.LOW, Act.PLAIN, null);
		add("POST", "/cart", USERS, SensitivityLevel.LOW, Act.PLAIN, null);
		add("POST", "/checkout", USERS, SensitivityLevel.HIGH, Act.PLAIN, null);
		add("GET", "/reports", USERS, SensitivityLevel.MEDIUM, Act.PLAIN, null);
		add("GET", "/dashboard", USERS, SensitivityLevel.LOW, Act.PLAIN, null);
		add("GET", "/assistant", USERS, SensitivityLevel.MEDIUM, Act.PLAIN, null);
	}

	private static EndpointPolicy ruled(String role) {
		return EndpointPolicy.ruled(AuthorityRule.none(), new AuthorityRule(Set.of(role), Set.of()), "replay");
	}

	private void add(String method, String path, EndpointPolicy policy, SensitivityLevel level, Act act,
			@Nullable Thing thing) {
		this.endpoints.add(new Endpoint(this.endpoints.size(), new Action(method),
				Resource.endpoint(path, policy.withSensitivity(level)), act, thing));
	}

	List<Endpoint> all() {
		return this.endpoints;
	}

	Endpoint nothing() {
		return this.nothing;
	}

	/**
	 * Return the endpoint that is new to everybody during the test.
	 */
	Endpoint feature() {
		return path("GET", "/assistant");
	}

	Endpoint path(String method, String path) {
		for (Endpoint endpoint : this.endpoints) {
			if (endpoint.resource().id().equals(path) && endpoint.action().name().equals(method)) {
				return endpoint;
			}
		}
		throw new IllegalArgumentException(method + " " + path);
	}

	Endpoint of(Act act, Thing thing) {
		for (Endpoint endpoint : this.endpoints) {
			if (endpoint.act() == act && endpoint.thing() == thing) {
				return endpoint;
			}
		}
		throw new IllegalArgumentException(act + " " + thing);
	}

	List<Endpoint> of(Act act) {
		return this.endpoints.stream().filter((endpoint) -> endpoint.act() == act).toList();
	}

}
