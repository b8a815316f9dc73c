package io.zerotrust.risk.learned;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Context;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Possession;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;
import io.zerotrust.risk.RiskSettings;

/**
 * Takes samples of requests. The latest are kept, since each is asked for three times: to
 * score, to count and to learn.
 */
final class Samples {

	private static final int KEPT = 256;

	private static final long MIX = 0x9e3779b97f4a7c15L;

	private final AtomicReferenceArray<@Nullable Sample> latest = new AtomicReferenceArray<>(KEPT);

	private final EndpointNumbers endpoints = new EndpointNumbers();

	private final GroupNumbers groups = new GroupNumbers();

	private final Pseudonyms pseudonyms;

	private final RiskSettings settings;

	Samples(Pseudonyms pseudonyms, RiskSettings settings) {
		this.pseudonyms = pseudonyms;
		this.settings = settings;
	}

	Sample of(AccessRequest request) {
		int place = System.identityHashCode(request) & KEPT - 1;
		Sample known = this.latest.get(place);
		if (known != null && known.request() == request) {
			return known;
		}
		Sample sample = take(request);
		this.latest.set(place, sample);
		return sample;
	}

	private Sample take(AccessRequest request) {
		Subject subject = request.subject();
		EndpointPolicy policy = request.resource().policy();
		PrincipalKey principal = this.pseudonyms.principal(subject);
		int login = seconds(subject.credential().claims().instant("auth_time"));
		int now = seconds(request.context().time());
		return new Sample(request, principal, subject.kind(), this.groups.of(subject),
				session(subject, principal, login), surroundings(request.context(), now / Decay.DAY),
				this.endpoints.of(request), policy.sensitivity() == SensitivityLevel.CRITICAL,
				!subject.credential().possession().equals(Possession.none()),
				this.pseudonyms.objects(request.resource().objects()), this.settings.thresholds(policy.sensitivity()),
				login, now);
	}

	private Surroundings surroundings(Context context, int day) {
		Pseudonyms.Month month = this.pseudonyms.of(day);
		Origin origin = context.origin();
		return new Surroundings(country(origin.country()), origin.asn(), month.network(context.client()),
				month.formerNetwork(context.client()), this.pseudonyms.device(context.device()),
				AgentFamily.value(context.userAgent()), this.pseudonyms.fingerprint(context.fingerprint()),
				(float) origin.latitude(), (float) origin.longitude());
	}

	private static int country(String code) {
		return (code.length() == 2) ? code.charAt(0) << 8 | code.charAt(1) : Sample.ABSENT;
	}

	/**
	 * A session is what the issuer calls one, else a login, else, for who logs in
	 * nowhere, a token.
	 */
	private static long session(Subject subject, PrincipalKey principal, int login) {
		String session = subject.credential().session();
		long key = principal.low();
		for (int i = 0; i < session.length(); i++) {
			key = (key ^ session.charAt(i)) * MIX;
			key ^= key >>> 29;
		}
		if (session.isEmpty()) {
			int issued = (subject.isService() && login == 0) ? seconds(subject.credential().claims().instant("iat"))
					: login;
			key = (key ^ issued) * MIX;
		}
		return key ^ key >>> 32;
	}

	static int seconds(@Nullable Instant time) {
		return (time != null) ? (int) Math.max(0, Math.min(Integer.MAX_VALUE, time.getEpochSecond())) : 0;
	}

	/**
	 * Keep none of the latest.
	 */
	void forget() {
		this.pseudonyms.forget();
		for (int i = 0; i < KEPT; i++) {
			this.latest.set(i, null);
		}
	}

	Pseudonyms pseudonyms() {
		return this.pseudonyms;
	}

	EndpointNumbers endpoints() {
		return this.endpoints;
	}

	GroupNumbers groups() {
		return this.groups;
	}

}
