package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.check.Mode;
import io.zerotrust.check.OnFailure;
import io.zerotrust.token.Provider;

/**
 * What an operator may say about zero trust. Whatever is not said is strict.
 *
 * @param mode Whether refusals are enforced or only observed and reported.
 * @param uncovered What becomes of handlers nobody ruled on: the start fails, or they are
 * denied.
 * @param realm Realm of authentication challenges.
 * @param publicResources Path patterns of static resources and mapped views that
 * everybody may read.
 * @param checks Settings of single checks, by name.
 * @param token Rules for tokens.
 * @param provider Kind of identity provider the tokens come from, which says where they
 * have what; without it the places are those of the standards.
 * @param claims Where tokens have what, over the preset of the provider.
 * @param callers Roles of calling clients, each with the client ids that have it.
 * @param risk Rules for suspicious surroundings.
 * @param actuator Rules for Actuator endpoints.
 */
@ConfigurationProperties("zt")
record ZtProperties(@DefaultValue("enforce") Mode mode, @DefaultValue("fail") Uncovered uncovered,
		@DefaultValue("api") String realm, @DefaultValue List<String> publicResources,
		@DefaultValue Map<String, Check> checks, @DefaultValue Token token, @Nullable Provider provider,
		@DefaultValue Claims claims, @DefaultValue Map<String, List<String>> callers, @DefaultValue Risk risk,
		@DefaultValue Actuator actuator) {

	/**
	 * What becomes of handlers nobody ruled on.
	 */
	enum Uncovered {

		/**
		 * The application does not start.
		 */
		FAIL,

		/**
		 * The application starts and refuses them.
		 */
		DENY

	}

	/**
	 * Settings of a check; what is not set stays as the check has it.
	 *
	 * @param mode Whether a refusal of the check is enforced or only observed.
	 * @param onFailure What a failure of the check counts as; pass fails open.
	 * @param timeout How long a remote check may take.
	 */
	record Check(@Nullable Mode mode, @Nullable OnFailure onFailure, @Nullable Duration timeout) {

	}

	/**
	 * Rules for tokens.
	 *
	 * @param maxLifetime Longest accepted time between issue and expiry of a token; 1h
	 * unless the provider needs more (entra: 95m).
	 * @param clockSkew How far the clock of the issuer may be off, at most one minute.
	 * @param issuer Issuer of tokens that are not verified by Spring Boot's JWT
	 * properties, opaque ones for example.
	 * @param audiences Names of this service in such tokens.
	 * @param requireType Whether only tokens typed at+jwt are accepted.
	 */
	record Token(@Nullable Duration maxLifetime, @DefaultValue("60s") Duration clockSkew, @Nullable String issuer,
			@DefaultValue List<String> audiences, @DefaultValue("false") boolean requireType) {

	}

	/**
	 * Where tokens have what: names of claims, or JSON Pointers such as
	 * /realm_access/roles. Each replaces what the preset of the provider says.
	 *
	 * @param scopes Where scopes are; all places are read.
	 * @param roles Where roles are; all places are read. <code>{audience}</code> stands
	 * for each name of this service.
	 * @param client Where the calling client is; the first place that has a value counts.
	 * @param audience Where the services are that a token is for; all places are read.
	 * @param tenant Where the tenant is; the first place that has a value counts.
	 * @param session Where the session is; the first place that has a value counts.
	 * @param acr Where authentication context classes are; all places are read.
	 * @param amr Where authentication methods are; all places are read.
	 * @param services How tokens of services are told from those of people:
	 * <code>sub={client}</code> for example. More conditions follow after an ampersand,
	 * claim for one that must be there and !claim for one that must not.
	 */
	record Claims(@Nullable List<String> scopes, @Nullable List<String> roles, @Nullable List<String> client,
			@Nullable List<String> audience, @Nullable List<String> tenant, @Nullable List<String> session,
			@Nullable List<String> acr, @Nullable List<String> amr, @Nullable List<String> services) {

		static final Claims NONE = new Claims(null, null, null, null, null, null, null, null, null);

	}

	/**
	 * Rules for suspicious surroundings.
	 *
	 * @param freshToken Age up to which a token counts as fresh.
	 * @param deniedNetworks Networks in CIDR notation whose requests are refused on
	 * arrival.
	 * @param suspiciousNetworks Networks in CIDR notation whose requests count as risky.
	 * @param stepUpAcr Authentication context classes that a challenge by risk asks for.
	 */
	record Risk(@DefaultValue("30m") Duration freshToken, @DefaultValue List<String> deniedNetworks,
			@DefaultValue List<String> suspiciousNetworks, @DefaultValue List<String> stepUpAcr) {

	}

	/**
	 * Rules for Actuator endpoints.
	 *
	 * @param readScope Scope that may read endpoints; without it they are denied, health
	 * status excepted.
	 * @param writeScope Scope that may, beside the read scope, use endpoints that change
	 * something; without it they are denied.
	 */
	record Actuator(@DefaultValue("") String readScope, @DefaultValue("") String writeScope) {

	}

}
