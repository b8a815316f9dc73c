package io.zerotrust.risk.learned;

import java.util.List;

import io.zerotrust.access.Subject;

/**
 * Of whom something is remembered. Who acts for a user is somebody else than the user.
 */
record Principal(String issuer, String subject, String client, List<String> actors) {

	static Principal of(Subject subject) {
		return new Principal(subject.issuer(), subject.id(), subject.client(), subject.actors());
	}

}
