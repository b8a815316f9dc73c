package io.zerotrust.spring.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.access.Claims;

/**
 * Makes Spring Security's authorities of the scopes and roles of a token, read where its
 * issuer puts them, so that {@code hasAuthority("SCOPE_…")} and {@code hasRole(…)} agree
 * with the rules at the handlers.
 *
 * @since 0.1.0
 */
public final class ClaimAuthorities implements Converter<Jwt, Collection<GrantedAuthority>> {

	private final Function<String, ClaimLayout> layouts;

	private ClaimAuthorities(Function<String, ClaimLayout> layouts) {
		this.layouts = layouts;
	}

	/**
	 * Return a converter for a filter chain. It is not meant to be a bean: Spring
	 * Security would use it in every chain.
	 * @param layouts where an issuer, named by {@code iss}, puts things among the claims
	 * @return the converter
	 */
	public static JwtAuthenticationConverter converter(Function<String, ClaimLayout> layouts) {
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(new ClaimAuthorities(layouts));
		return converter;
	}

	@Override
	public Collection<GrantedAuthority> convert(Jwt jwt) {
		Claims claims = Claims.of(jwt.getClaims());
		String issuer = claims.text("iss");
		ClaimLayout layout = this.layouts.apply((issuer != null) ? issuer : "");
		Set<String> scopes = layout.scopes(claims);
		Set<String> roles = layout.roles(claims);
		// both are sets, and no scope is a role
		List<GrantedAuthority> authorities = new ArrayList<>(scopes.size() + roles.size());
		for (String scope : scopes) {
			authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope));
		}
		for (String role : roles) {
			authorities.add(new SimpleGrantedAuthority("ROLE_" + role));
		}
		return authorities;
	}

}
