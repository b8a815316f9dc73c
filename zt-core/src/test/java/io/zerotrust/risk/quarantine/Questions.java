package io.zerotrust.risk.quarantine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Context;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Posture;
import io.zerotrust.access.Subject;

/**
 * Requests of alice from her laptop at home, and what differs from them.
 */
record Questions(Map<String, ?> claims, Instant time, String address, int asn, @Nullable String agent,
		@Nullable String device) {

	static Questions alice() {
		return new Questions(Map.of("sid", "s-1"), Requests.NOW, "192.0.2.7", 0, "Mozilla/5.0 Firefox/140.0", null);
	}

	Questions claims(Map<String, ?> claims) {
		return new Questions(claims, this.time, this.address, this.asn, this.agent, this.device);
	}

	Questions after(long seconds) {
		return new Questions(this.claims, this.time.plusSeconds(seconds), this.address, this.asn, this.agent,
				this.device);
	}

	Questions from(String address) {
		return new Questions(this.claims, this.time, address, this.asn, this.agent, this.device);
	}

	Questions asn(int asn) {
		return new Questions(this.claims, this.time, this.address, asn, this.agent, this.device);
	}

	Questions agent(@Nullable String agent) {
		return new Questions(this.claims, this.time, this.address, this.asn, agent, this.device);
	}

	Questions device(@Nullable String device) {
		return new Questions(this.claims, this.time, this.address, this.asn, this.agent, device);
	}

	/**
	 * The same user, who has logged in with two factors.
	 * @param at seconds from the present moment of the question
	 */
	Questions steppedUp(long at) {
		Map<String, Object> claims = new HashMap<>(this.claims);
		claims.put("amr", List.of("pwd", "otp"));
		claims.put("auth_time", this.time.plusSeconds(at).getEpochSecond());
		return claims(claims);
	}

	AccessRequest request() {
		Map<String, Object> all = new HashMap<>(Requests.claims());
		all.putAll(this.claims);
		return of(Requests.subject(Requests.jwt(all)));
	}

	AccessRequest anonymous() {
		return of(Subject.anonymous());
	}

	private AccessRequest of(Subject subject) {
		AccessRequest bare = Requests.by(subject);
		Context context = new Context(this.time, Requests.address(this.address), true, this.agent, this.device)
			.seen(null, new Origin(this.asn, ""), Posture.UNKNOWN);
		return new AccessRequest(bare.subject(), bare.action(), bare.resource(), context);
	}

}
