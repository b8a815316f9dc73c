package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.check.Mode;
import io.zerotrust.check.OnFailure;
import io.zerotrust.spring.web.servlet.ActuatorSettings;

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
 * @param risk Rules for suspicious surroundings.
 * @param actuator Rules for Actuator endpoints.
 */
@ConfigurationProperties("zt")
record ZtProperties(@DefaultValue("enforce") Mode mode, @DefaultValue("fail") Uncovered uncovered,
		@DefaultValue("api") String realm, @DefaultValue List<String> publicResources,
		@DefaultValue Map<String, Check> checks, @DefaultValue Token token, @DefaultValue Risk risk,
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
	 * @param maxLifetime Longest accepted time between issue and expiry of a token.
	 * @param clockSkew How far the clock of the issuer may be off, at most one minute.
	 * @param issuer Issuer of tokens that are not verified by Spring Boot's JWT
	 * properties, opaque ones for example.
	 * @param audiences Names of this service in such tokens.
	 * @param requireType Whether only tokens typed at+jwt are accepted.
	 */
	record Token(@DefaultValue("1h") Duration maxLifetime, @DefaultValue("60s") Duration clockSkew,
			@Nullable String issuer, @DefaultValue List<String> audiences, @DefaultValue("false") boolean requireType) {

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
	 * @param endpoints Rules of single endpoints, by id.
	 */
	record Actuator(@DefaultValue("") String readScope, @DefaultValue("") String writeScope,
			@DefaultValue Map<String, ActuatorEndpoint> endpoints) {

		ActuatorSettings settings() {
			Map<String, ActuatorSettings.Endpoint> single = new HashMap<>();
			this.endpoints.forEach((id, endpoint) -> single.put(id, endpoint.settings()));
			return new ActuatorSettings(this.readScope, this.writeScope, single);
		}

	}

	/**
	 * Rules of one Actuator endpoint; what is not set is as for all of them.
	 *
	 * @param readScope Scope that may read the endpoint instead of the common one; set
	 * for health it closes the health status too.
	 * @param writeScope Scope that may, beside the read scope, change something there.
	 * @param publicAccess Reason why everybody may read the endpoint without a token; it
	 * excludes scopes.
	 */
	record ActuatorEndpoint(@Nullable String readScope, @Nullable String writeScope, @Nullable String publicAccess) {

		ActuatorSettings.Endpoint settings() {
			return new ActuatorSettings.Endpoint(this.readScope, this.writeScope, this.publicAccess);
		}

	}

}
