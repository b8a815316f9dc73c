package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.zerotrust.audit.RecentDecisions;
import io.zerotrust.check.Mode;
import io.zerotrust.check.OnFailure;
import io.zerotrust.spring.web.ActuatorSettings;
import io.zerotrust.spring.web.ClientAddressSource;
import io.zerotrust.token.Provider;

/**
 * What an operator may say about zero trust. Whatever is not said is strict.
 *
 * @param mode Whether refusals are enforced or only observed and reported.
 * @param uncovered What becomes of handlers nobody ruled on: the start fails, or they are
 * denied.
 * @param realm Realm of authentication challenges without an error.
 * @param publicResources Path patterns of static resources and mapped views that
 * everybody may read.
 * @param routes Rules for handlers that cannot be annotated.
 * @param credentials Where callers may authenticate by other means than a token.
 * @param checks Settings of single checks, by name.
 * @param token Rules for tokens.
 * @param issuers Issuers whose tokens are accepted beside that of Spring Boot's own
 * properties.
 * @param resource What this service is to its callers.
 * @param provider Kind of identity provider the tokens come from, which says where they
 * have what; without it the places are those of the standards.
 * @param claims Where tokens have what, over the preset of the provider.
 * @param callers Roles of calling clients, each with the client ids that have it.
 * @param risk Rules for suspicious surroundings.
 * @param actuator Rules for Actuator endpoints.
 * @param audit What is remembered of decisions.
 * @param clientAddress Where the address of callers comes from.
 * @param limits How often callers may do what.
 * @param streams What becomes of responses that stay open.
 */
@ConfigurationProperties("zt")
record ZtProperties(@DefaultValue("enforce") Mode mode, @DefaultValue("fail") Uncovered uncovered,
		@DefaultValue("api") String realm, @DefaultValue List<String> publicResources,
		@DefaultValue @NestedConfigurationProperty List<RouteProperties> routes, @DefaultValue Credentials credentials,
		@DefaultValue Map<String, Check> checks, @DefaultValue @NestedConfigurationProperty TokenProperties token,
		@DefaultValue @NestedConfigurationProperty List<IssuerProperties> issuers,
		@DefaultValue @NestedConfigurationProperty ResourceProperties resource, @Nullable Provider provider,
		@DefaultValue Claims claims, @DefaultValue Map<String, List<String>> callers,
		@DefaultValue @NestedConfigurationProperty RiskProperties risk, @DefaultValue Actuator actuator,
		@DefaultValue Audit audit, @DefaultValue ClientAddress clientAddress,
		@DefaultValue @NestedConfigurationProperty LimitProperties limits,
		@DefaultValue @NestedConfigurationProperty StreamProperties streams) {

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
	 * Where callers may authenticate by other means than a token. Patterns select the
	 * patterns handlers are mapped at.
	 *
	 * @param session Where the session of an earlier login does.
	 * @param basic Where user name and password with each request do.
	 * @param x509 Where the client certificate of the connection does.
	 */
	record Credentials(@DefaultValue List<String> session, @DefaultValue List<String> basic,
			@DefaultValue List<String> x509) {

		boolean isEmpty() {
			return this.session.isEmpty() && this.basic.isEmpty() && this.x509.isEmpty();
		}

	}

	/**
	 * Settings of a check; what is not set stays as the check has it: enforce, refuse,
	 * 500ms.
	 *
	 * @param mode Whether a refusal of the check is enforced or only observed.
	 * @param onFailure What a failure of the check counts as; pass fails open.
	 * @param timeout How long a remote check may take. No check of zt is remote today.
	 */
	record Check(@Nullable Mode mode, @Nullable OnFailure onFailure, @Nullable Duration timeout) {

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

	/**
	 * What is remembered of decisions.
	 *
	 * @param recent How many decisions the Actuator endpoint zerotrust can explain.
	 */
	record Audit(@DefaultValue Recent recent) {
	}

	/**
	 * How many decisions of each kind are kept, the last ones; from 0, which keeps none,
	 * to 100000. Nothing is kept unless the Actuator endpoint is exposed.
	 *
	 * @param refusals How many challenges and denials are kept, those that are only
	 * observed included.
	 * @param permits How many permits are kept.
	 * @param throttles How many refusals by a limit are kept.
	 */
	record Recent(@DefaultValue("1000") int refusals, @DefaultValue("200") int permits,
			@DefaultValue("200") int throttles) {

		private static final int MOST = 100_000;

		/**
		 * Make the memory, with sizes that can be meant.
		 */
		RecentDecisions decisions() {
			return new RecentDecisions(verified("refusals", this.refusals), verified("permits", this.permits),
					verified("throttles", this.throttles));
		}

		private static int verified(String name, int size) {
			if (size < 0 || size > MOST) {
				String key = "zt.audit.recent." + name;
				throw new MisconfigurationException(key + " is " + size + ".",
						"Set " + key + " to a number from 0, which keeps none, to " + MOST + ".");
			}
			return size;
		}

	}

	/**
	 * Where the address of callers comes from.
	 *
	 * @param source Where the address of the caller is read from: peer, the other end of
	 * the connection; x-forwarded-for or forwarded, that header as far as trusted proxies
	 * vouch for it; container, whatever the servlet container or Spring makes of the
	 * request. Not set it is peer, and the start fails if something rewrites addresses.
	 * @param trustedProxies Networks in CIDR notation that your proxies connect from;
	 * needed for the two headers, refused otherwise.
	 */
	record ClientAddress(@Nullable ClientAddressSource source, @DefaultValue List<String> trustedProxies) {

	}

}
