package io.zerotrust.spring.web.servlet;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.CorsFilter;

import io.zerotrust.spring.token.TokenReading;

/**
 * Puts the gates into a filter chain. Acts while the chain is built, after everything the
 * application has said about it.
 */
final class GateConfigurer extends AbstractHttpConfigurer<GateConfigurer, HttpSecurity> {

	private static final boolean AUTHORIZATION_SERVER_PRESENT = ClassUtils.isPresent(
			"org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer",
			GateConfigurer.class.getClassLoader())
			&& ClassUtils.isPresent("org.springframework.security.oauth2.server.authorization.OAuth2Authorization",
					GateConfigurer.class.getClassLoader());

	private static final RequestMatcher NOTHING = (request) -> false;

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	private final @Nullable DpopPlug dpop;

	private final Consumer<String> filterEndpointListener;

	private final ExternalView external;

	private boolean proofs;

	/**
	 * Create a configurer, for one chain.
	 * @param dpop verifies proofs of possession, or {@code null} where they are not
	 * accepted
	 * @param filterEndpointListener is told of endpoints other filters of the chain
	 * answer
	 * @param external the service as its callers see it
	 */
	GateConfigurer(Gatekeeper gatekeeper, Targets targets, @Nullable DpopPlug dpop,
			Consumer<String> filterEndpointListener, ExternalView external) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
		this.dpop = dpop;
		this.filterEndpointListener = filterEndpointListener;
		this.external = external;
	}

	@Override
	public void init(HttpSecurity http) {
		if (!this.gatekeeper.observes()) {
			MetadataCustomizers.describe(http, this.external.metadata());
		}
		this.proofs = this.dpop != null && this.dpop.plugInto(http);
	}

	@Override
	public void configure(HttpSecurity http) {
		http.addFilterAfter(new ArrivalGateFilter(this.gatekeeper), CorsFilter.class);
		// what SessionCreationPolicy.STATELESS puts there
		boolean sessions = !(http
			.getSharedObject(SecurityContextRepository.class) instanceof RequestAttributeSecurityContextRepository);
		RequestMatcher filterEndpoints = filterEndpoints(http);
		TokenReading reading = http.getSharedObject(ApplicationContext.class)
			.getBeanProvider(TokenReading.class)
			.getIfAvailable(TokenReading::none);
		http.addFilterBefore(new CredentialFilter(this.gatekeeper, this.targets, filterEndpoints, this.proofs, reading),
				BearerTokenAuthenticationFilter.class);
		ClientCertificates certificates = this.external.certificates();
		if (certificates != null) {
			http.addFilterBefore(new ClientCertificateFilter(this.gatekeeper, certificates, filterEndpoints),
					BearerTokenAuthenticationFilter.class);
		}
		// at the same place, but added later: directly behind, before the application's
		// own
		http.addFilterAt(new InvocationRefusalFilter(this.gatekeeper), ExceptionTranslationFilter.class);
		http.addFilterBefore(new AccessGateFilter(this.gatekeeper, this.targets, sessions), AuthorizationFilter.class);
	}

	private RequestMatcher filterEndpoints(HttpSecurity http) {
		if (!AUTHORIZATION_SERVER_PRESENT) {
			return NOTHING;
		}
		OAuth2AuthorizationServerConfigurer server = http.getConfigurer(OAuth2AuthorizationServerConfigurer.class);
		if (server == null) {
			return NOTHING;
		}
		tellEndpoints(http.getSharedObject(AuthorizationServerSettings.class));
		return server.getEndpointsMatcher();
	}

	/**
	 * The matcher cannot say what it matches; the settings can, for people to read.
	 */
	private void tellEndpoints(AuthorizationServerSettings settings) {
		for (Object value : settings.getSettings().values()) {
			if (value instanceof String path && path.startsWith("/")) {
				this.filterEndpointListener.accept("* " + path);
			}
		}
	}

}
