package io.zerotrust.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where an issuer puts what the checks want to know. Of several paths all are read for
 * what there can be several of, and the first that has a value otherwise.
 *
 * @param scopes scopes, as a text with spaces between them or as an array
 * @param roles roles, as an array or as a single text
 * @param client the client the token was issued to
 * @param audience the services the token was issued for
 * @param tenant the tenant or organization of the subject
 * @param session the session the token belongs to
 * @param acr the authentication context classes the user satisfied
 * @param amr the methods the user authenticated with (RFC 8176)
 * @param services how tokens of services are told; any of these will do
 * @since 0.1.0
 */
public record ClaimLayout(List<ClaimPath> scopes, List<ClaimPath> roles, List<ClaimPath> client,
		List<ClaimPath> audience, List<ClaimPath> tenant, List<ClaimPath> session, List<ClaimPath> acr,
		List<ClaimPath> amr, List<ServiceMark> services) {

	private static final ClaimLayout STANDARD = new ClaimLayout(ClaimPath.parseAll("scope", "scp"), List.of(),
			ClaimPath.parseAll("client_id", "azp"), ClaimPath.parseAll("aud"), List.of(), ClaimPath.parseAll("sid"),
			ClaimPath.parseAll("acr"), ClaimPath.parseAll("amr"), List.of(ServiceMark.parse("sub={client}")));

	public ClaimLayout {
		scopes = List.copyOf(scopes);
		roles = List.copyOf(roles);
		client = List.copyOf(client);
		audience = List.copyOf(audience);
		tenant = List.copyOf(tenant);
		session = List.copyOf(session);
		acr = List.copyOf(acr);
		amr = List.copyOf(amr);
		services = List.copyOf(services);
	}

	/**
	 * Return where the standards put things (RFC 9068, RFC 7519, OpenID Connect Core).
	 * Roles have no standard place.
	 * @return the standard layout
	 */
	public static ClaimLayout standard() {
		return STANDARD;
	}

	/**
	 * Return the layout with another place for something.
	 * @param place what is elsewhere
	 * @param paths where it is; none if it is nowhere
	 * @return the layout
	 */
	public ClaimLayout with(ClaimPlace place, List<ClaimPath> paths) {
		return new ClaimLayout((place == ClaimPlace.SCOPES) ? paths : this.scopes,
				(place == ClaimPlace.ROLES) ? paths : this.roles, (place == ClaimPlace.CLIENT) ? paths : this.client,
				(place == ClaimPlace.AUDIENCE) ? paths : this.audience,
				(place == ClaimPlace.TENANT) ? paths : this.tenant,
				(place == ClaimPlace.SESSION) ? paths : this.session, (place == ClaimPlace.ACR) ? paths : this.acr,
				(place == ClaimPlace.AMR) ? paths : this.amr, this.services);
	}

	/**
	 * Return the layout with other marks of services.
	 * @param services how tokens of services are told; none if they cannot be told
	 * @return the layout
	 */
	public ClaimLayout withServices(List<ServiceMark> services) {
		return new ClaimLayout(this.scopes, this.roles, this.client, this.audience, this.tenant, this.session, this.acr,
				this.amr, services);
	}

	/**
	 * Return the layout for a service by its names: a role path that holds
	 * <code>{audience}</code> becomes one path a name.
	 * @param audiences the names of the service
	 * @return the layout
	 */
	public ClaimLayout forAudiences(Collection<String> audiences) {
		List<ClaimPath> paths = new ArrayList<>();
		for (ClaimPath path : this.roles) {
			if (path.namesAudience()) {
				audiences.forEach((audience) -> paths.add(path.forAudience(audience)));
			}
			else {
				paths.add(path);
			}
		}
		return with(ClaimPlace.ROLES, paths);
	}

	/**
	 * Return the scopes of a token.
	 * @param claims the verified claims
	 * @return the scopes
	 */
	public Set<String> scopes(Claims claims) {
		TextSet scopes = new TextSet();
		for (int i = 0; i < this.scopes.size(); i++) {
			String text = claims.text(this.scopes.get(i));
			if (text != null) {
				split(text, scopes);
			}
			else {
				scopes.addAll(claims.texts(this.scopes.get(i)));
			}
		}
		return scopes.toSet();
	}

	/**
	 * Return the roles of a token.
	 * @param claims the verified claims
	 * @return the roles
	 */
	public Set<String> roles(Claims claims) {
		return roles(claims, Set.of());
	}

	/**
	 * Read who asks from a verified token.
	 * @param credential the token, with this layout
	 * @param moreRoles roles that others derived from the same token
	 * @return the subject
	 */
	public Subject subject(Credential credential, Collection<String> moreRoles) {
		Claims claims = credential.claims();
		String client = first(this.client, claims);
		return new Subject(orEmpty(claims.text("iss")), orEmpty(claims.text("sub")), client, kind(claims, client),
				claims.actors(), scopes(claims), roles(claims, moreRoles), credential);
	}

	private Set<String> roles(Claims claims, Collection<String> moreRoles) {
		if (this.roles.isEmpty() && moreRoles.isEmpty()) {
			return Set.of();
		}
		TextSet roles = new TextSet();
		for (int i = 0; i < this.roles.size(); i++) {
			roles.addAll(claims.texts(this.roles.get(i)));
		}
		moreRoles.forEach(roles::add);
		return roles.toSet();
	}

	private SubjectKind kind(Claims claims, String client) {
		if (claims.has("act")) {
			return SubjectKind.AGENT;
		}
		for (int i = 0; i < this.services.size(); i++) {
			if (this.services.get(i).isOn(claims, client)) {
				return SubjectKind.SERVICE;
			}
		}
		return SubjectKind.HUMAN;
	}

	/**
	 * Splits at spaces, as RFC 6749 section 3.3 has it.
	 */
	private static void split(String text, TextSet scopes) {
		int start = 0;
		while (start < text.length()) {
			int end = text.indexOf(' ', start);
			end = (end < 0) ? text.length() : end;
			if (end > start) {
				scopes.add(text.substring(start, end));
			}
			start = end + 1;
		}
	}

	static List<String> all(List<ClaimPath> paths, Claims claims) {
		if (paths.size() == 1) {
			return claims.texts(paths.get(0));
		}
		List<String> all = new ArrayList<>();
		for (int i = 0; i < paths.size(); i++) {
			all.addAll(claims.texts(paths.get(i)));
		}
		return all;
	}

	static String first(List<ClaimPath> paths, Claims claims) {
		for (int i = 0; i < paths.size(); i++) {
			String text = claims.text(paths.get(i));
			if (text != null && !text.isEmpty()) {
				return text;
			}
		}
		return "";
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
