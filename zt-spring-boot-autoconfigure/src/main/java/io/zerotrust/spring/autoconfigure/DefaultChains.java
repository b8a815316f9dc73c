package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.token.TokenDispatch;
import io.zerotrust.spring.web.ClaimAuthorities;
import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.servlet.ServletGates;
import io.zerotrust.token.TrustedIssuers;

/**
 * The filter chains of an application that has none. They choose how callers are
 * authenticated; who may call is decided at the gates.
 */
final class DefaultChains {

	private static final AreaUsers USERS = new AreaUsers(UserDetailsService.class, AuthenticationProvider.class);

	private final ListableBeanFactory beans;

	private final ServletGates gates;

	DefaultChains(ListableBeanFactory beans, ServletGates gates) {
		this.beans = beans;
		this.gates = gates;
	}

	/**
	 * Build the chain for tokens alone.
	 */
	SecurityFilterChain tokens(HttpSecurity http) {
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.csrf(AbstractHttpConfigurer::disable);
		http.logout(AbstractHttpConfigurer::disable);
		http.requestCache(AbstractHttpConfigurer::disable);
		// the application's own by Spring Security's names, else what stands at the
		// handlers
		boolean own = this.beans.containsBean("corsFilter") || this.beans.containsBean("corsConfigurationSource");
		http.cors(own ? Customizer.withDefaults() : (cors) -> cors.configurationSource(this.gates.cors()));
		readTokens(http);
		return http.build();
	}

	/**
	 * Build the chain for what operators accept beside tokens.
	 */
	SecurityFilterChain areas(HttpSecurity http, CredentialAreas areas, String realm) {
		boolean session = areas.kinds().contains(CredentialKind.SESSION);
		boolean basic = areas.kinds().contains(CredentialKind.BASIC);
		USERS.verify(areas, this.beans);
		if (session && !prefix().isEmpty()) {
			throw new MisconfigurationException(
					"zt.credentials.session is set and MVC lies under " + prefix()
							+ ", where Spring's login page is not served.",
					"Declare a filter chain with a login page of your own, or remove spring.mvc.servlet.path.");
		}
		http.securityMatcher(new OrRequestMatcher(paths(areas)));
		http.exceptionHandling((exceptions) -> exceptions
			.defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE)
			.defaultAuthenticationEntryPointFor(this.gates.areaEntryPoint(realm), AnyRequestMatcher.INSTANCE));
		if (session) {
			http.formLogin(Customizer.withDefaults());
		}
		else {
			http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
			http.logout(AbstractHttpConfigurer::disable);
			http.requestCache(AbstractHttpConfigurer::disable);
			// its tokens are in a cookie; there is no session to keep them in
			http.csrf((csrf) -> csrf.spa());
		}
		if (basic) {
			http.httpBasic((passwords) -> passwords.realmName(realm));
		}
		if (areas.kinds().contains(CredentialKind.X509)) {
			http.x509(Customizer.withDefaults());
		}
		readTokens(http);
		return http.build();
	}

	private void readTokens(HttpSecurity http) {
		TokenKinds kinds = TokenKinds.of(this.beans, OpaqueTokenIntrospector.class);
		String asked = kinds.asked();
		boolean ownAuthorities = this.beans.getBeanNamesForType(JwtAuthenticationConverter.class).length > 0;
		TrustedIssuers issuers = this.beans.getBean(TrustedIssuers.class);
		http.oauth2ResourceServer((server) -> {
			if (kinds.jwt() && asked != null) {
				server.jwt((jwts) -> jwts.authenticationManager(both(asked, issuers)));
			}
			else if (kinds.jwt()) {
				server.jwt(ownAuthorities ? Customizer.withDefaults()
						: (jwts) -> jwts.jwtAuthenticationConverter(ClaimAuthorities.converter(issuers::layoutOf)));
			}
			else {
				server.opaqueToken(Customizer.withDefaults());
			}
		});
	}

	/**
	 * Spring's resource server takes tokens of one kind alone.
	 */
	private AuthenticationManager both(String asked, TrustedIssuers issuers) {
		JwtAuthenticationProvider jwts = new JwtAuthenticationProvider(this.beans.getBean(JwtDecoder.class));
		JwtAuthenticationConverter own = this.beans.getBeanProvider(JwtAuthenticationConverter.class).getIfAvailable();
		jwts.setJwtAuthenticationConverter((own != null) ? own : ClaimAuthorities.converter(issuers::layoutOf));
		OpaqueTokenAuthenticationProvider opaque = new OpaqueTokenAuthenticationProvider(
				this.beans.getBean(OpaqueTokenIntrospector.class));
		this.beans.getBeanProvider(OpaqueTokenAuthenticationConverter.class)
			.ifUnique(opaque::setAuthenticationConverter);
		int maxLength = this.beans.getBean(ZtProperties.class).token().maxLength();
		ProviderManager manager = new ProviderManager(new TokenDispatch(jwts, opaque, asked, maxLength));
		this.beans.getBeanProvider(AuthenticationEventPublisher.class)
			.ifAvailable(manager::setAuthenticationEventPublisher);
		return manager;
	}

	private List<RequestMatcher> paths(CredentialAreas areas) {
		String prefix = prefix();
		List<RequestMatcher> paths = new ArrayList<>();
		for (CredentialKind kind : areas.kinds()) {
			for (String pattern : areas.patterns(kind)) {
				paths.add(PathPatternRequestMatcher.pathPattern(pattern));
				if (!prefix.isEmpty()) {
					paths.add(PathPatternRequestMatcher.pathPattern(prefix + pattern));
				}
			}
		}
		if (areas.kinds().contains(CredentialKind.SESSION)) {
			AreaUsers.LOGIN.forEach((path) -> paths.add(PathPatternRequestMatcher.pathPattern(path)));
		}
		return paths;
	}

	private String prefix() {
		DispatcherServletPath servlet = this.beans.getBeanProvider(DispatcherServletPath.class).getIfAvailable();
		return (servlet != null) ? servlet.getPrefix() : "";
	}

}
