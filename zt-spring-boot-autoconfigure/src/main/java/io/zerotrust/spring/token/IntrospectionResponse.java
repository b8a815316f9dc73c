package io.zerotrust.spring.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionAuthenticatedPrincipal;

import io.zerotrust.access.Claims;
import io.zerotrust.decision.Reason;

/**
 * Reads an introspection response (RFC 7662, section 2.2). Its members get the types that
 * Spring Security's introspector gives them; one of a wrong type stays as it is, for the
 * checks to refuse.
 */
final class IntrospectionResponse {

	private static final List<String> TIMES = List.of("exp", "iat", "nbf");

	/**
	 * RFC 6750 and RFC 9449 name the first two; some servers repeat the hint instead.
	 */
	private static final Set<String> TYPES = Set.of("bearer", "dpop", "access_token");

	private IntrospectionResponse() {
	}

	/**
	 * Read a response.
	 * @param members its members
	 * @param issuer the issuer that was asked
	 * @return what it says
	 * @throws IllegalArgumentException if it does not say whether the token is active
	 */
	static Answer read(Map<String, Object> members, String issuer) {
		if (!(members.get("active") instanceof Boolean active)) {
			throw new IllegalArgumentException("active is not true or false");
		}
		if (!active) {
			return Answer.refused(new Reason("token.inactive", "the issuer says so"));
		}
		// who is asked vouches; nobody else's token is his to vouch for
		if (members.containsKey("iss") && !issuer.equals(members.get("iss"))) {
			return Answer.refused(new Reason("token.issuer", "iss is not the issuer that was asked"));
		}
		if (isNoAccessToken(members)) {
			return Answer.refused(new Reason("token.type", "the issuer says it is no access token"));
		}
		Map<String, Object> claims = typed(members);
		claims.put("iss", issuer);
		Instant end = (claims.get("exp") instanceof Instant expires) ? expires : null;
		return Answer.active(principal(claims), end);
	}

	private static boolean isNoAccessToken(Map<String, Object> members) {
		Object type = members.get("token_type");
		return "refresh_token".equals(members.get("token_use"))
				|| (type != null && !(type instanceof String text && TYPES.contains(text.toLowerCase(Locale.ROOT))));
	}

	private static Map<String, Object> typed(Map<String, Object> members) {
		Map<String, Object> claims = new LinkedHashMap<>(members);
		Claims view = Claims.of(members);
		for (String name : TIMES) {
			Instant time = view.instant(name);
			if (time != null) {
				claims.put(name, time);
			}
		}
		if (members.get("aud") instanceof String audience) {
			claims.put("aud", List.of(audience));
		}
		if (members.get("scope") instanceof String scopes) {
			claims.put("scope", split(scopes));
		}
		return claims;
	}

	private static List<String> split(String text) {
		List<String> words = new ArrayList<>();
		for (String word : text.split(" ")) {
			if (!word.isEmpty()) {
				words.add(word);
			}
		}
		return List.copyOf(words);
	}

	private static OAuth2AuthenticatedPrincipal principal(Map<String, Object> claims) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		if (claims.get("scope") instanceof List<?> scopes) {
			scopes.forEach((scope) -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
		}
		return new OAuth2IntrospectionAuthenticatedPrincipal(claims, authorities);
	}

}
