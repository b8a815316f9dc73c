package io.zerotrust.spring.web.reactive;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationWebFilter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcherEntry;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.server.WebFilter;

import io.zerotrust.spring.web.endpoint.ChainSummary;

/**
 * The filter chains of a WebFlux application, looked at from outside and before it
 * serves.
 */
final class ReactiveChains {

	/**
	 * The lambdas of {@code permitAll()} and {@code denyAll()}.
	 */
	private static final String FIXED = "org.springframework.security.config.web.server."
			+ "ServerHttpSecurity$AuthorizeExchangeSpec$Access$$Lambda";

	private final Map<String, SecurityWebFilterChain> chains;

	ReactiveChains(ListableBeanFactory beans) {
		this.chains = new TreeMap<>(beans.getBeansOfType(SecurityWebFilterChain.class, true, false));
	}

	/**
	 * Return the filters of each chain, by the name of its bean.
	 */
	Map<String, List<WebFilter>> filters() {
		Map<String, List<WebFilter>> filters = new TreeMap<>();
		this.chains.forEach((name, chain) -> filters.put(name, filters(chain)));
		return filters;
	}

	Optional<ChainSummary> summary() {
		if (this.chains.isEmpty()) {
			return Optional.empty();
		}
		List<String> ungated = new ArrayList<>();
		List<String> permissive = new ArrayList<>();
		filters().forEach((name, filters) -> {
			if (filters.stream().noneMatch(AccessGateFilter.class::isInstance)) {
				ungated.add(name);
			}
			if (filters.stream().anyMatch(ReactiveChains::permitsTheRest)) {
				permissive.add(name);
			}
		});
		boolean everything = this.chains.values().stream().anyMatch(ReactiveChains::takesEverything);
		return Optional.of(new ChainSummary(this.chains.size(), ungated, permissive, everything, "ServerHttpSecurity",
				"securityMatcher", "anyExchange().authenticated()"));
	}

	private static List<WebFilter> filters(SecurityWebFilterChain chain) {
		List<WebFilter> filters = chain.getWebFilters().collectList().block();
		return (filters != null) ? filters : List.of();
	}

	private static boolean takesEverything(SecurityWebFilterChain chain) {
		return chain instanceof MatcherSecurityWebFilterChain && isAnyExchange(field(chain, "matcher"));
	}

	private static boolean isAnyExchange(@Nullable Object matcher) {
		return matcher != null && matcher.getClass() == ServerWebExchangeMatchers.anyExchange().getClass();
	}

	/**
	 * Spring tells nobody what a chain permits, so its fields are read. Where they cannot
	 * be nothing is said.
	 */
	private static boolean permitsTheRest(WebFilter filter) {
		if (!(filter instanceof AuthorizationWebFilter)) {
			return false;
		}
		Object manager = field(filter, "authorizationManager");
		Object delegate = (manager != null) ? field(manager, "delegate") : null;
		if (manager == null || !(field((delegate != null) ? delegate : manager, "mappings") instanceof List<?> mappings)
				|| mappings.isEmpty()) {
			return false;
		}
		return mappings.get(mappings.size() - 1) instanceof ServerWebExchangeMatcherEntry<?> last
				&& isAnyExchange(last.getMatcher()) && permitsAll(last.getEntry());
	}

	/**
	 * Spring's own two answers look at nothing, so they can be asked beforehand.
	 */
	@SuppressWarnings("unchecked")
	private static boolean permitsAll(Object manager) {
		if (!manager.getClass().getName().startsWith(FIXED)) {
			return false;
		}
		AuthorizationResult result = ((ReactiveAuthorizationManager<Object>) manager)
			.authorize(reactor.core.publisher.Mono.empty(), manager)
			.block();
		return result != null && result.isGranted();
	}

	static @Nullable Object field(Object object, String name) {
		Field field = ReflectionUtils.findField(object.getClass(), name);
		if (field == null || !field.trySetAccessible()) {
			return null;
		}
		return ReflectionUtils.getField(field, object);
	}

}
