package io.zerotrust.ratelimit;

import java.util.List;

import io.zerotrust.access.Subject;

/**
 * Who is counted: one subject by one client, acted for by the same actors.
 */
record SubjectKey(String issuer, String id, String client, List<String> actors) {

	static SubjectKey of(Subject subject) {
		return new SubjectKey(subject.issuer(), subject.id(), subject.client(), subject.actors());
	}

}
