package io.zerotrust.risk.learned;

import java.time.Instant;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Context;
import io.zerotrust.access.Credential;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;
import io.zerotrust.risk.RiskThresholds;

/**
 * Takes samples of requests.
 */
final class Samples {

	private static final int MIX = 0x9e3779b9;

	private final Pseudonyms pseudonyms;

	private final EndpointNumbers endpoints = new EndpointNumbers();

	Samples(Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
	}

	Sample of(AccessRequest request) {
		Subject subject = request.subject();
		Context context = request.context();
		EndpointPolicy policy = request.resource().policy();
		Instant authenticated = subject.credential().claims().instant("auth_time");
		long login = (authenticated != null) ? authenticated.getEpochSecond() : 0;
		return new Sample(Principal.of(subject), subject.kind(), session(subject.credential(), login),
				this.pseudonyms.network(context.client()), this.pseudonyms.device(context.device()),
				AgentFamily.value(context.userAgent()), this.endpoints.of(request),
				policy.sensitivity() == SensitivityLevel.CRITICAL, RiskThresholds.of(policy.sensitivity()), login,
				context.time().toEpochMilli());
	}

	private static int session(Credential credential, long login) {
		String session = credential.session();
		return (session.isEmpty() ? Long.hashCode(login) : session.hashCode()) * MIX;
	}

}
