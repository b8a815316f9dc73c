package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * In whose name requests are made.
 *
 * @param subject the name
 * @param client by which client
 * @param role what the account is
 */
record Account(String subject, String client, Role role) {

	static Account of(int person, Role role) {
		return new Account(role.word() + person, (role == Role.CUSTOMER) ? "shop" : "office", role);
	}

	static Account ofService(int number) {
		return new Account("service" + number, "service" + number, Role.SERVICE);
	}

	List<String> roles() {
		return List.of(this.role.word());
	}

	boolean isService() {
		return this.role == Role.SERVICE;
	}

}
