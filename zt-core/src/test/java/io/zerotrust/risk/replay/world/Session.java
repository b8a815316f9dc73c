package io.zerotrust.risk.replay.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.ClaimPath;
import io.zerotrust.access.ClaimPlace;
import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;

/**
 * A session as one of its holders sees it: the tokens he has, renewed from time to time.
 * A thief holds the same session and renews his tokens by himself.
 */
public final class Session {

	private static final ClaimLayout LAYOUT = ClaimLayout.standard()
		.with(ClaimPlace.ROLES, ClaimPath.parseAll("roles"));

	private static final Claims HEADER = Claims.of(Map.of("alg", "RS256", "typ", "at+jwt"));

	private static final long RENEWED = 600;

	private final Account account;

	private final String id;

	private final @Nullable Incident incident;

	private final boolean tainted;

	private long login;

	private List<String> methods;

	private @Nullable Subject subject;

	private long issued;

	private Session(Account account, String id, long login, List<String> methods, @Nullable Incident incident,
			boolean tainted) {
		this.account = account;
		this.id = id;
		this.login = login;
		this.methods = methods;
		this.incident = incident;
		this.tainted = tainted;
	}

	/**
	 * Create the session of somebody who logs in.
	 */
	static Session login(Account account, String id, long time, boolean secondFactor) {
		return new Session(account, id, time / 1000, secondFactor ? List.of("pwd", "otp") : List.of("pwd"), null,
				false);
	}

	/**
	 * Create what stands for the session of a service, which has none.
	 */
	static Session ofService(Account account) {
		return new Session(account, "", 0, List.of(), null, false);
	}

	/**
	 * Return the same session in the hands of an attacker, or of an account's own holder
	 * who attacks.
	 */
	Session of(Incident incident) {
		return new Session(this.account, this.id, this.login, this.methods, incident, false);
	}

	/**
	 * Return the same session of somebody to whom an attack sticks: it counts neither as
	 * an attack nor as somebody harmless.
	 */
	Session tainted() {
		return new Session(this.account, this.id, this.login, this.methods, null, true);
	}

	/**
	 * Log in again, within the session.
	 */
	public void stepUp(long time) {
		this.login = time / 1000;
		this.methods = List.of("pwd", "otp");
		this.subject = null;
	}

	public Subject subject(long time) {
		long now = time / 1000;
		Subject known = this.subject;
		if (known != null && now - this.issued < RENEWED) {
			return known;
		}
		this.issued = now;
		Subject renewed = LAYOUT.subject(new Credential(CredentialKind.JWT, HEADER, Claims.of(claims(now)), LAYOUT),
				Set.of());
		this.subject = renewed;
		return renewed;
	}

	private Map<String, Object> claims(long now) {
		Map<String, Object> claims = new HashMap<>();
		claims.put("iss", "https://idp.example.com");
		claims.put("sub", this.account.subject());
		claims.put("client_id", this.account.client());
		claims.put("roles", this.account.roles());
		claims.put("iat", now);
		claims.put("exp", now + RENEWED + 300);
		claims.put("jti", this.id + "." + now);
		if (!isService()) {
			claims.put("sid", this.id);
			claims.put("auth_time", this.login);
			claims.put("amr", this.methods);
		}
		return claims;
	}

	/**
	 * Return the attack it is part of, or {@code null}.
	 */
	public @Nullable Incident incident() {
		return this.incident;
	}

	/**
	 * Whether it counts as harmless.
	 */
	public boolean isBenign() {
		return this.incident == null && !this.tainted;
	}

	public boolean isTainted() {
		return this.tainted;
	}

	public boolean isService() {
		return this.account.isService();
	}

	/**
	 * Return in whose name.
	 */
	public String name() {
		return this.account.subject();
	}

	@Override
	public String toString() {
		return this.account.subject() + " " + this.id;
	}

}
