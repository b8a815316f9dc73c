package io.zerotrust.spring.web.servlet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import io.zerotrust.access.TouchedObject;
import io.zerotrust.spring.web.endpoint.Nesting;
import io.zerotrust.spring.web.stream.PathObjects;

/**
 * Finds the handler MVC will choose, by asking the same handler mappings in the same
 * order. The request sees nothing of it.
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
	 * @param request the request, before its dispatch
	 * @return what the mappings say
	 */
	Resolution resolve(HttpServletRequest request) {
		ApplicationContext context = context(request);
		MappingRequest isolated = new MappingRequest(request);
		isolated.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
		try {
			ServletRequestPathUtils.parseAndCache(isolated);
			for (HandlerMapping mapping : mappings(context)) {
				HandlerExecutionChain chain = mapping.getHandler(isolated);
				if (chain != null) {
					exposePattern(chain, isolated);
					return new Resolution(chain, pattern(isolated), objects(isolated, chain.getHandler()), null);
				}
			}
			return Resolution.NOTHING;
		}
		catch (Exception ex) {
			// whatever MVC will answer to it, no handler is known
			return new Resolution(null, "", List.of(), ex);
		}
	}

	/**
	 * Mappings of URLs tell the pattern by an interceptor of their own, which runs first
	 * and only sets attributes.
	 */
	@SuppressWarnings("NullAway")
	private static void exposePattern(HandlerExecutionChain chain, MappingRequest isolated) throws Exception {
		for (HandlerInterceptor interceptor : chain.getInterceptorList()) {
			if (Nesting.of(interceptor.getClass()) == AbstractUrlHandlerMapping.class) {
				interceptor.preHandle(isolated, null, chain.getHandler());
			}
		}
	}

	/**
	 * Return the context whose handler mappings MVC will ask.
	 */
	ApplicationContext context(HttpServletRequest request) {
		WebApplicationContext found = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
		return (found != null) ? found : this.fallback;
	}

	/**
	 * Return the pattern at which some mapping of URLs maps a handler. What a mapping
	 * reports for its default handler is no pattern but the path of the request.
	 * @return the pattern, or an empty text if it is none
	 */
	String mappedUrl(String reported, HttpServletRequest request) {
		ApplicationContext context = context(request);
		Set<String> known = this.urls.get(context);
		if (known == null) {
			known = urls(context);
			this.urls.put(context, known);
		}
		return known.contains(reported) ? reported : "";
	}

	private Set<String> urls(ApplicationContext context) {
		Set<String> urls = new HashSet<>();
		for (HandlerMapping mapping : singleMappings(context)) {
			if (mapping instanceof AbstractUrlHandlerMapping handlers) {
				urls.addAll(handlers.getHandlerMap().keySet());
			}
		}
		return Set.copyOf(urls);
	}

	/**
	 * Return the handler mappings of a context in the order in which MVC asks them.
	 * @param context the context of the dispatcher servlet
	 * @return the mappings
	 */
	List<HandlerMapping> mappings(ApplicationContext context) {
		return this.mappings.computeIfAbsent(context, HandlerResolver::find);
	}

	/**
	 * Return the handler mappings of a context, those that only stand for others replaced
	 * by these.
	 */
	List<HandlerMapping> singleMappings(ApplicationContext context) {
		List<HandlerMapping> single = new ArrayList<>();
		for (HandlerMapping mapping : mappings(context)) {
			if (mapping instanceof Iterable<?> others) {
				others.forEach((other) -> single.add((HandlerMapping) other));
			}
			else {
				single.add(mapping);
			}
		}
		return single;
	}

	/**
	 * Return the mappings that know no interceptors.
	 */
	Set<String> unguarded(ApplicationContext context) {
		Set<String> unguarded = new TreeSet<>();
		for (HandlerMapping mapping : singleMappings(context)) {
			if (!(mapping instanceof AbstractHandlerMapping)) {
				unguarded.add(mapping.getClass().getName());
			}
		}
		return unguarded;
	}

	private static List<HandlerMapping> find(ApplicationContext context) {
		// The management context forbids its servlet to see the mappings of its parent
		if (context.getParent() instanceof WebApplicationContext
				&& context.containsLocalBean(DispatcherServlet.HANDLER_MAPPING_BEAN_NAME)) {
			return List.of(context.getBean(DispatcherServlet.HANDLER_MAPPING_BEAN_NAME, HandlerMapping.class));
		}
		List<HandlerMapping> found = new ArrayList<>(
				BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerMapping.class, true, false).values());
		AnnotationAwareOrderComparator.sort(found);
		return List.copyOf(found);
	}

	private static String pattern(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : "";
	}

	/**
	 * Return the objects that the path of a request names, as a mapping has noted them.
	 * @param handler the handler it leads to, or {@code null} if that is not known
	 */
	static List<TouchedObject> objects(ServletRequest request, @Nullable Object handler) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		// of a dispatch before there may be others
		if (handler instanceof HandlerFunction || (handler == null && variables == null)) {
			variables = request.getAttribute(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		}
		return PathObjects.of(variables, request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
	}

	/**
	 * What the mappings say.
	 *
	 * @param chain the handler in its chain, or {@code null} if there is none
	 * @param pattern the pattern that matched; empty if none did
	 * @param objects the objects the path names; empty if it names none
	 * @param failure why the mappings failed, or {@code null} if they did not
	 */
	record Resolution(@Nullable HandlerExecutionChain chain, String pattern, List<TouchedObject> objects,
			@Nullable Exception failure) {

		static final Resolution NOTHING = new Resolution(null, "", List.of(), null);

		@Nullable Object handler() {
			return (this.chain != null) ? this.chain.getHandler() : null;
		}

	}

}
