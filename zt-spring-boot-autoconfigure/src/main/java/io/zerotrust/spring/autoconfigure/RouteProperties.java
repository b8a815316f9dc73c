package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.access.SenderConstraint;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.SubjectKind;

/**
 * A rule for handlers that cannot be annotated. It says what the annotations say.
 *
 * @param paths Patterns that handlers are mapped at, compared as text.
 * @param methods HTTP methods; without any, all that no other route names.
 * @param resources Path patterns of static resources and mapped views.
 * @param servlets Names of servlets beside the dispatcher servlet.
 * @param gatewayRoutes Ids of routes of a Spring Cloud Gateway.
 * @param scopes Scopes of which every one is needed.
 * @param anyScope Scopes of which at least one is needed.
 * @param roles Roles of which every one is needed.
 * @param anyRole Roles of which at least one is needed.
 * @param publicAccess Why everybody may call.
 * @param ignoreBadCredentials Whether bad tokens are dropped unread where everybody may
 * call.
 * @param anyAuthenticated Why every caller with an accepted credential may call.
 * @param callers From which clients calls may come.
 * @param stepUp How the user must have authenticated.
 * @param senderConstrained How the token must be bound to a key of the caller; any of
 * these.
 * @param sensitivity How much harm misuse does.
 */
record RouteProperties(@DefaultValue List<String> paths, @DefaultValue List<String> methods,
		@DefaultValue List<String> resources, @DefaultValue List<String> servlets,
		@DefaultValue List<String> gatewayRoutes, @DefaultValue List<String> scopes,
		@DefaultValue List<String> anyScope, @DefaultValue List<String> roles, @DefaultValue List<String> anyRole,
		@Nullable String publicAccess, @DefaultValue("false") boolean ignoreBadCredentials,
		@Nullable String anyAuthenticated, @DefaultValue Callers callers, @DefaultValue StepUp stepUp,
		@DefaultValue List<SenderConstraint> senderConstrained, @Nullable SensitivityLevel sensitivity) {

	/**
	 * From which clients calls may come. Clients and roles are alternatives.
	 *
	 * @param clients Client identifiers.
	 * @param roles Roles of the calling client.
	 * @param kinds What kind of subject may call; without any, every kind.
	 */
	record Callers(@DefaultValue List<String> clients, @DefaultValue List<String> roles,
			@DefaultValue List<SubjectKind> kinds) {

		boolean isEmpty() {
			return this.clients.isEmpty() && this.roles.isEmpty() && this.kinds.isEmpty();
		}

	}

	/**
	 * How the user must have authenticated (RFC 9470).
	 *
	 * @param acr Authentication context classes of which one is needed.
	 * @param maxAge Longest time since the user authenticated.
	 */
	record StepUp(@DefaultValue List<String> acr, @Nullable Duration maxAge) {

	}

}
