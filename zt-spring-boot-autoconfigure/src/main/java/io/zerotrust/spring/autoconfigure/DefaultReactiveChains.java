package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpBasicServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.HttpStatusServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.ui.DefaultResourcesWebFilter;
import org.springframework.security.web.server.ui.LoginPageGeneratingWebFilter;
import org.springframework.security.web.server.ui.LogoutPageGeneratingWebFilter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.web.ClaimAuthorities;
import io.zerotrust.spring.web.CredentialAreas;
import io.zerotrust.spring.web.reactive.ReactiveGates;
import io.zerotrust.token.TrustedIssuers;

/**
 * The filter chains of a WebFlux application that has none. They choose how callers are
 * authenticated; who may call is decided at the gates.
 */
final class DefaultReactiveChains {

	private static final AreaUsers USERS = new AreaUsers(ReactiveUserDetailsService.class,
			ReactiveAuthenticationManager.class);

	private final ListableBeanFactory beans;

	private final ReactiveGates gates;

	DefaultReactiveChains(ListableBeanFactory beans, ReactiveGates gates) {
		this.beans = beans;
		this.gates = gates;
	}

	/**
	 * Build the chain for tokens alone.
	 */
	SecurityWebFilterChain tokens(ServerHttpSecurity http) {
		keepNothing(http);
		http.csrf(ServerHttpSecurity.CsrfSpec::disable);
		readTokens(http);
		return http.build();
	}

	/**
	 * Build the chain for what operators accept beside tokens.
	 */
	SecurityWebFilterChain areas(ServerHttpSecurity http, CredentialAreas areas, String realm) {
		USERS.verify(areas, this.beans);
		http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(paths(areas)));
		http.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(this.gates.areaEntryPoint(realm))
			.accessDeniedHandler(new HttpStatusServerAccessDeniedHandler(HttpStatus.FORBIDDEN)));
		if (areas.kinds().contains(CredentialKind.SESSION)) {
			logIn(http);
		}
		else {
			keepNothing(http);
			http.csrf(DefaultReactiveChains::cookies);
			http.addFilterAfter(DefaultReactiveChains::handOutToken, SecurityWebFiltersOrder.CSRF);
		}
		if (areas.kinds().contains(CredentialKind.BASIC)) {
			HttpBasicServerAuthenticationEntryPoint again = new HttpBasicServerAuthenticationEntryPoint();
			again.setRealm(realm);
			http.httpBasic((passwords) -> passwords.authenticationEntryPoint(again));
		}
		if (areas.kinds().contains(CredentialKind.X509)) {
			http.x509(Customizer.withDefaults());
		}
		readTokens(http);
		return http.build();
	}

	private static void keepNothing(ServerHttpSecurity http) {
		http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
		http.logout(ServerHttpSecurity.LogoutSpec::disable);
		http.requestCache(ServerHttpSecurity.RequestCacheSpec::disable);
	}

	/**
	 * Spring leaves its login page out where somebody else says how to ask for a login.
	 */
	private static void logIn(ServerHttpSecurity http) {
		LoginPageGeneratingWebFilter page = new LoginPageGeneratingWebFilter();
		page.setFormLoginEnabled(true);
		http.formLogin(Customizer.withDefaults());
		http.addFilterBefore(DefaultResourcesWebFilter.css(), SecurityWebFiltersOrder.LOGIN_PAGE_GENERATING);
		http.addFilterAt(page, SecurityWebFiltersOrder.LOGIN_PAGE_GENERATING);
		http.addFilterAt(new LogoutPageGeneratingWebFilter(), SecurityWebFiltersOrder.LOGOUT_PAGE_GENERATING);
	}

	/**
	 * The token is in a cookie; there is no session to keep it in.
	 */
	private static void cookies(ServerHttpSecurity.CsrfSpec csrf) {
		csrf.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse());
		csrf.csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler());
	}

	private static Mono<Void> handOutToken(ServerWebExchange exchange, WebFilterChain chain) {
		Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
		return ((token != null) ? token.then() : Mono.<Void>empty()).then(chain.filter(exchange));
	}

	private void readTokens(ServerHttpSecurity http) {
		// without rules of its own a chain has nothing that answers for exceptions
		http.authorizeExchange((exchanges) -> exchanges.anyExchange()
			.access((authentication, context) -> Mono.just(new AuthorizationDecision(true))));
		TokenKinds kinds = TokenKinds.of(this.beans, ReactiveOpaqueTokenIntrospector.class);
		http.oauth2ResourceServer((server) -> {
			if (kinds.jwt()) {
				server.jwt(has(ReactiveJwtAuthenticationConverter.class) ? Customizer.withDefaults()
						: (jwts) -> jwts.jwtAuthenticationConverter(authorities()));
			}
			else {
				server.opaqueToken(Customizer.withDefaults());
			}
		});
	}

	private Converter<Jwt, Mono<AbstractAuthenticationToken>> authorities() {
		TrustedIssuers issuers = this.beans.getBean(TrustedIssuers.class);
		return new ReactiveJwtAuthenticationConverterAdapter(ClaimAuthorities.converter(issuers::layoutOf));
	}

	private boolean has(Class<?> type) {
		return this.beans.getBeanNamesForType(type).length > 0;
	}

	private static String[] paths(CredentialAreas areas) {
		List<String> paths = new ArrayList<>();
		areas.kinds().forEach((kind) -> paths.addAll(areas.patterns(kind)));
		if (areas.kinds().contains(CredentialKind.SESSION)) {
			paths.addAll(AreaUsers.LOGIN);
		}
		return paths.toArray(String[]::new);
	}

}
