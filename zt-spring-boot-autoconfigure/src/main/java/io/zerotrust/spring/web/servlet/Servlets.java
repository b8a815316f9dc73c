package io.zerotrust.spring.web.servlet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.DispatcherServlet;

import io.zerotrust.spring.web.endpoint.MappedHandler;

/**
 * Tells the application's dispatcher servlet from servlets beside it, which the handler
 * mappings know nothing of. A dispatcher servlet with a context of its own is one beside:
 * our guard does not stand before its handlers.
 */
final class Servlets {

	private static final Set<String> CONTAINERS = Set.of("default", "jsp");

	private static final String DISPATCHERS = Servlets.class.getName() + ".dispatchers";

	private Servlets() {
	}

	/**
	 * Return the servlet beside the dispatcher servlet that a request leads to.
	 * @param request the request
	 * @return the name of the servlet; empty if the request leads to the dispatcher
	 * servlet or, in a mock environment, to none
	 */
	static String beside(HttpServletRequest request) {
		String name = mapping(request).getServletName();
		if (name == null || name.isEmpty() || dispatchers(request.getServletContext()).contains(name)) {
			return "";
		}
		return name;
	}

	/**
	 * Return the pattern at which the servlet of a request is mapped.
	 */
	static String pattern(HttpServletRequest request) {
		return mapping(request).getPattern();
	}

	/**
	 * Return the path a dispatch leads to, within the servlet.
	 */
	static String path(HttpServletRequest request) {
		Object included = request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH);
		return (isInclude(request) && included != null) ? included.toString() : request.getServletPath();
	}

	/**
	 * Add the servlets beside the dispatcher servlet, the container's own left out.
	 */
	static void addMappings(ApplicationContext context, List<MappedHandler> found) {
		ServletContext servlets = (context instanceof WebApplicationContext web) ? web.getServletContext() : null;
		if (servlets == null) {
			return;
		}
		servlets.getServletRegistrations().forEach((name, registration) -> {
			if (!CONTAINERS.contains(name) && !dispatchers(servlets).contains(name)) {
				registration.getMappings().forEach((pattern) -> found.add(MappedHandler.servlet(name, pattern)));
			}
		});
	}

	/**
	 * Whether servlets are registered; none are in a mock environment.
	 */
	static boolean areKnown(ApplicationContext context) {
		ServletContext servlets = (context instanceof WebApplicationContext web) ? web.getServletContext() : null;
		return servlets != null && !servlets.getServletRegistrations().isEmpty();
	}

	private static HttpServletMapping mapping(HttpServletRequest request) {
		// an include leaves the mapping of the request as it is
		Object included = request.getAttribute(RequestDispatcher.INCLUDE_MAPPING);
		return (isInclude(request) && included instanceof HttpServletMapping mapping) ? mapping
				: request.getHttpServletMapping();
	}

	private static boolean isInclude(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.INCLUDE;
	}

	@SuppressWarnings("unchecked")
	private static Set<String> dispatchers(ServletContext servletContext) {
		Set<String> known = (Set<String>) servletContext.getAttribute(DISPATCHERS);
		if (known == null) {
			known = find(WebApplicationContextUtils.getWebApplicationContext(servletContext));
			servletContext.setAttribute(DISPATCHERS, known);
		}
		return known;
	}

	private static Set<String> find(@Nullable WebApplicationContext context) {
		Set<String> names = new HashSet<>();
		if (context != null) {
			for (ServletRegistrationBean<?> registration : context.getBeansOfType(ServletRegistrationBean.class)
				.values()) {
				if (registration.getServlet() instanceof DispatcherServlet dispatcher
						&& dispatcher.getWebApplicationContext() == context) {
					names.add(registration.getServletName());
				}
			}
		}
		return Set.copyOf(names);
	}

}
