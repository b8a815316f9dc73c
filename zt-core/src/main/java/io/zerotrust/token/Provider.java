package io.zerotrust.token;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.ClaimPath;
import io.zerotrust.access.ClaimPlace;
import io.zerotrust.access.ServiceMark;

import static io.zerotrust.access.ClaimPlace.ACR;
import static io.zerotrust.access.ClaimPlace.AMR;
import static io.zerotrust.access.ClaimPlace.AUDIENCE;
import static io.zerotrust.access.ClaimPlace.CLIENT;
import static io.zerotrust.access.ClaimPlace.ROLES;
import static io.zerotrust.access.ClaimPlace.SCOPES;
import static io.zerotrust.access.ClaimPlace.SESSION;
import static io.zerotrust.access.ClaimPlace.TENANT;

/**
 * A kind of identity provider: where its access tokens say what, and how long they live.
 *
 * @since 0.1.0
 */
public enum Provider {

	/**
	 * Keycloak. Roles are those of the realm and those of the client that is named like
	 * the audience.
	 */
	KEYCLOAK(
			at(SCOPES, "scope").with(ROLES, paths("/realm_access/roles", "/resource_access/{audience}/roles"))
				.with(CLIENT, paths("azp"))
				// put there in the client credentials grant alone; a user may choose a
				// name that
				// begins with service-account-, and introspection adds client_id for
				// everybody
				.withServices(marks("client_id={client} & clientAddress", "clientId={client} & clientAddress")),
			60, null),

	/**
	 * Microsoft Entra ID, tokens of version 1 and 2. They live 60 to 90 minutes and are
	 * dated back by five.
	 */
	ENTRA(at(SCOPES, "scp").with(ROLES, paths("roles"))
		.with(CLIENT, paths("azp", "appid"))
		.with(TENANT, paths("tid"))
		.with(ACR, paths("acrs"))
		// sub is made for each user and application, so users never have that of oid
		.withServices(marks("idtyp=app", "oid={sub}")), 95, Duration.ofDays(1)),

	/**
	 * Okta, custom authorization servers.
	 */
	OKTA(at(SCOPES, "scp").with(ROLES, paths("groups"))
		.with(CLIENT, paths("cid"))
		.with(SESSION, List.of())
		// sub of a user is a login name that somebody chose
		.withServices(marks("sub={client} & !uid")), 60, Duration.ofDays(1)),

	/**
	 * Auth0, both access token profiles. Permissions are what the user may, whatever the
	 * client asked for, so they are roles.
	 */
	AUTH0(at(SCOPES, "scope").with(ROLES, paths("permissions"))
		.with(CLIENT, paths("azp", "client_id"))
		.with(TENANT, paths("org_id"))
		.withServices(marks("sub={client}@clients")), 60, Duration.ofDays(30)),

	/**
	 * Amazon Cognito user pools. Tokens name no audience but the client.
	 */
	COGNITO(at(SCOPES, "scope").with(ROLES, paths("cognito:groups"))
		.with(CLIENT, paths("client_id"))
		.with(AUDIENCE, paths("client_id"))
		.with(SESSION, paths("origin_jti"))
		.with(ACR, List.of())
		.with(AMR, List.of())
		.withServices(marks("sub={client} & !username")), 60, Duration.ofDays(1)),

	/**
	 * Google, ID tokens of service accounts. They carry neither scopes nor roles.
	 */
	GOOGLE(at(SCOPES).with(CLIENT, paths("azp"))
		.with(SESSION, List.of())
		.with(ACR, List.of())
		.with(AMR, List.of())
		.withServices(marks("sub={client}")), 60, Duration.ofHours(1)),

	/**
	 * Spring Authorization Server. Its tokens name client, roles and grant type only if a
	 * customizer says so.
	 */
	SPRING(at(SCOPES, "scope").with(ROLES, paths("roles"))
		.with(CLIENT, paths("client_id", "azp"))
		// sub may be a user name that equals a client
		.withServices(marks("grant_type=client_credentials")), 60, null);

	private final ClaimLayout layout;

	private final Duration maxLifetime;

	private final @Nullable Duration longestLifetime;

	Provider(ClaimLayout layout, int maxMinutes, @Nullable Duration longestLifetime) {
		this.layout = layout;
		this.maxLifetime = Duration.ofMinutes(maxMinutes);
		this.longestLifetime = longestLifetime;
	}

	/**
	 * Return where the provider puts things among the claims.
	 * @return the layout; its role paths may hold <code>{audience}</code>
	 * @see ClaimLayout#forAudiences
	 */
	public ClaimLayout layout() {
		return this.layout;
	}

	/**
	 * Return how long a token may live unless an operator says otherwise.
	 * @return one hour, or what tokens of the provider need
	 */
	public Duration maxLifetime() {
		return this.maxLifetime;
	}

	/**
	 * Return how long the provider can make tokens live at most.
	 * @return the longest life, or {@code null} if there is no such limit
	 */
	public @Nullable Duration longestLifetime() {
		return this.longestLifetime;
	}

	private static ClaimLayout at(ClaimPlace place, String... texts) {
		return ClaimLayout.standard().with(place, paths(texts));
	}

	private static List<ClaimPath> paths(String... texts) {
		return ClaimPath.parseAll(texts);
	}

	private static List<ServiceMark> marks(String... texts) {
		return Stream.of(texts).map(ServiceMark::parse).toList();
	}

}
