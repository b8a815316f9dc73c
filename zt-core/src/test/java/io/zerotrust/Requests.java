package io.zerotrust;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.HashMap;
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
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;

/**
 * The questions the tests ask. Every one is good unless its maker says otherwise.
 */
public final class Requests {

	public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

	public static final String ISSUER = "https://idp.example.com";

	public static final EndpointPolicy AUTHENTICATED = EndpointPolicy.of(Admission.AUTHENTICATED, "test");

	private Requests() {
	}

	public static Map<String, Object> claims() {
		Map<String, Object> claims = new HashMap<>();
		claims.put("iss", ISSUER);
		claims.put("sub", "alice");
		claims.put("jti", "4711");
		claims.put("client_id", "shop");
		claims.put("aud", "orders");
		claims.put("iat", NOW.minusSeconds(60).getEpochSecond());
		claims.put("exp", NOW.plusSeconds(600).getEpochSecond());
		return claims;
	}

	public static Map<String, Object> claimsWith(String name, Object value) {
		Map<String, Object> claims = claims();
		claims.put(name, value);
		return claims;
	}

	public static Map<String, Object> claimsWithout(String name) {
		Map<String, Object> claims = claims();
		claims.remove(name);
		return claims;
	}

	public static Credential jwt(Map<String, ?> header, Map<String, ?> claims) {
		return new Credential(CredentialKind.JWT, Claims.of(header), Claims.of(claims));
	}

	public static Credential jwt(Map<String, ?> claims) {
		return jwt(Map.of("alg", "RS256", "typ", "at+jwt"), claims);
	}

	public static Credential opaque(Map<String, ?> claims) {
		return new Credential(CredentialKind.OPAQUE_TOKEN, Claims.none(), Claims.of(claims));
	}

	public static Subject subject(Credential credential) {
		return subject(credential, Set.of(), Set.of());
	}

	public static Subject subject(Credential credential, Set<String> scopes, Set<String> roles) {
		Subject subject = credential.layout().subject(credential, roles);
		return new Subject(subject.issuer(), subject.id(), subject.client(), subject.kind(), subject.actors(), scopes,
				subject.roles(), credential);
	}

	public static AccessRequest by(Subject subject) {
		return by(subject, AUTHENTICATED);
	}

	public static AccessRequest by(Subject subject, EndpointPolicy policy) {
		return new AccessRequest(subject, new Action("GET"), Resource.endpoint("/orders/{id}", policy),
				Context.at(NOW));
	}

	public static AccessRequest with(Credential credential) {
		return by(subject(credential));
	}

	public static AccessRequest anonymous() {
		return by(Subject.anonymous());
	}

	public static AccessRequest from(String address) {
		return new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(),
				new Context(NOW, address(address), true, null));
	}

	public static InetAddress address(String literal) {
		try {
			return InetAddress.getByName(literal);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(literal, ex);
		}
	}

}
