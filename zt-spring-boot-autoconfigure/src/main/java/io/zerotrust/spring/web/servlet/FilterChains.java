package io.zerotrust.spring.web.servlet;

import java.lang.reflect.Field;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcherEntry;
import org.springframework.util.ReflectionUtils;

import io.zerotrust.spring.web.endpoint.ChainSummary;

/**
 * The filter chains of an application, looked at from outside.
 */
final class FilterChains {

	private final List<SecurityFilterChain> chains;

	FilterChains(FilterChainProxy proxy) {
		this.chains = proxy.getFilterChains();
	}

	ChainSummary summary() {
		return new ChainSummary(this.chains.size(), ungated(), permissive(), coverEverything(), "HttpSecurity",
				"securityMatcher", "anyRequest().authenticated()");
	}

	private boolean coverEverything() {
		return this.chains.stream()
			.anyMatch((chain) -> chain instanceof DefaultSecurityFilterChain standard
					&& standard.getRequestMatcher() instanceof AnyRequestMatcher);
	}

	private List<String> ungated() {
		return this.chains.stream()
			.filter((chain) -> chain.getFilters().stream().noneMatch(AccessGateFilter.class::isInstance))
			.map(FilterChains::name)
			.sorted()
			.toList();
	}

	private List<String> permissive() {
		return this.chains.stream().filter(FilterChains::permitsTheRest).map(FilterChains::name).sorted().toList();
	}

	/**
	 * The chain without its filters and without where its bean is defined.
	 */
	static String name(SecurityFilterChain chain) {
		String text = chain.toString();
		int filters = text.indexOf(" and having filters");
		String named = (filters > 0) ? text.substring(0, filters) : text;
		int place = named.indexOf(" in [");
		int matching = named.indexOf(" matching [");
		boolean placed = place > 0 && matching > place;
		return (placed ? named.substring(0, place) + named.substring(matching) : named)
			.replace("DefaultSecurityFilterChain defined as ", "")
			.replace("DefaultSecurityFilterChain ", "");
	}

	private static boolean permitsTheRest(SecurityFilterChain chain) {
		for (Filter filter : chain.getFilters()) {
			if (filter instanceof AuthorizationFilter authorization) {
				return permitsTheRest(authorization.getAuthorizationManager());
			}
		}
		return false;
	}

	/**
	 * Spring tells nobody what a chain permits, so its fields are read. Where they cannot
	 * be nothing is said.
	 */
	private static boolean permitsTheRest(AuthorizationManager<HttpServletRequest> manager) {
		Object delegate = field(manager, "delegate");
		if (!(field((delegate != null) ? delegate : manager, "mappings") instanceof List<?> mappings)
				|| mappings.isEmpty()) {
			return false;
		}
		return mappings.get(mappings.size() - 1) instanceof RequestMatcherEntry<?> last
				&& last.getRequestMatcher() instanceof AnyRequestMatcher
				&& last.getEntry() == SingleResultAuthorizationManager.permitAll();
	}

	private static @Nullable Object field(Object object, String name) {
		Field field = ReflectionUtils.findField(object.getClass(), name);
		if (field == null || !field.trySetAccessible()) {
			return null;
		}
		return ReflectionUtils.getField(field, object);
	}

}
