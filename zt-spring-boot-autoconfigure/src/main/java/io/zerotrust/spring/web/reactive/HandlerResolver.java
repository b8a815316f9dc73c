package io.zerotrust.spring.web.reactive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.TouchedObject;
import io.zerotrust.spring.web.stream.PathObjects;

/**
 * Finds the handler WebFlux will choose, by asking the same handler mappings in the same
 * order. The exchange sees nothing of it.
 */
final class HandlerResolver {

	private final ApplicationContext fallback;

	private final Map<ApplicationContext, List<HandlerMapping>> mappings = new ConcurrentHashMap<>();

	private final Map<ApplicationContext, Set<String>> urls = new ConcurrentHashMap<>();

	HandlerResolver(ApplicationContext fallback) {
		this.fallback = fallback;
	}

	/**
	 * Resolve the handler of a request.
	 * @param exchange the exchange, before its dispatch
	 * @return what the mappings say; never an error
	 */
	Mono<Resolution> resolve(ServerWebExchange exchange) {
		MappingExchange isolated = MappingExchange.of(exchange);
		return handler(isolated, context(exchange))
			.map((handler) -> new Resolution(handler, pattern(isolated), isolated, null))
			.defaultIfEmpty(Resolution.NOTHING)
			// whatever WebFlux will answer to it, no handler is known
			.onErrorResume(Exception.class, (ex) -> Mono.just(new Resolution(null, "", isolated, ex)));
	}

	/**
	 * Let the mappings answer as they would, cross-origin headers included.
	 * @return the exchange they answered to, if one of them has a handler
	 */
	Mono<MappingExchange> answer(ServerWebExchange exchange) {
		MappingExchange isolated = MappingExchange.withOrigin(exchange);
		return handler(isolated, context(exchange)).map((handler) -> isolated)
			.onErrorResume(Exception.class, (ex) -> Mono.empty());
	}

	private Mono<Object> handler(MappingExchange isolated, ApplicationContext context) {
		return Flux.fromIterable(mappings(context)).concatMap((mapping) -> mapping.getHandler(isolated)).next();
	}

	/**
	 * Return the context whose handler mappings WebFlux will ask.
	 */
	ApplicationContext context(ServerWebExchange exchange) {
		ApplicationContext context = exchange.getApplicationContext();
		return (context != null) ? context : this.fallback;
	}

	/**
	 * Return the pattern at which some mapping of URLs maps a handler.
	 * @return the pattern, or an empty text if it is none
	 */
	String mappedUrl(String reported, ServerWebExchange exchange) {
		return this.urls.computeIfAbsent(context(exchange), this::urls).contains(reported) ? reported : "";
	}

	private Set<String> urls(ApplicationContext context) {
		Set<String> urls = new HashSet<>();
		for (HandlerMapping mapping : mappings(context)) {
			if (mapping instanceof AbstractUrlHandlerMapping handlers) {
				handlers.getHandlerMap().keySet().forEach((pattern) -> urls.add(pattern.getPatternString()));
			}
		}
		return Set.copyOf(urls);
	}

	/**
	 * Return the handler mappings of a context in the order in which WebFlux asks them.
	 * @param context the context of the dispatcher
	 * @return the mappings
	 */
	List<HandlerMapping> mappings(ApplicationContext context) {
		List<HandlerMapping> known = this.mappings.get(context);
		return (known != null) ? known : this.mappings.computeIfAbsent(context, HandlerResolver::find);
	}

	private static List<HandlerMapping> find(ApplicationContext context) {
		DispatcherHandler dispatcher = context.getBeansOfType(DispatcherHandler.class)
			.values()
			.stream()
			.findFirst()
			.orElse(null);
		List<HandlerMapping> asked = (dispatcher != null) ? dispatcher.getHandlerMappings() : null;
		if (asked != null) {
			return asked;
		}
		List<HandlerMapping> found = new ArrayList<>(
				BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerMapping.class, true, false).values());
		AnnotationAwareOrderComparator.sort(found);
		return List.copyOf(found);
	}

	/**
	 * Return the pattern a mapping has noted with an exchange.
	 */
	static String pattern(ServerWebExchange exchange) {
		Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : "";
	}

	/**
	 * Return the objects that the path of a request names, as a mapping has noted them.
	 */
	static List<TouchedObject> objects(ServerWebExchange exchange) {
		return PathObjects.of(exchange.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE),
				exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
	}

	/**
	 * What the mappings say.
	 *
	 * @param handler the handler, or {@code null} if there is none
	 * @param pattern the pattern that matched; empty if none did
	 * @param exchange the exchange they were asked with, {@code null} if they said
	 * nothing
	 * @param failure why the mappings failed, or {@code null} if they did not
	 */
	record Resolution(@Nullable Object handler, String pattern, @Nullable ServerWebExchange exchange,
			@Nullable Exception failure) {

		static final Resolution NOTHING = new Resolution(null, "", null, null);

	}

}
