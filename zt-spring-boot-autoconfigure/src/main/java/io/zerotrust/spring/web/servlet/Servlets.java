package io.zerotrust.spring.web.servlet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Tells the dispatcher servlet from servlets beside it, which the handler mappings know
 * nothing of.
 */
final class Servlets {

	private static final String DISPATCHERS = Servlets.class.getName() + ".dispatchers";

	private Servlets() {
	}

	/**
	 * Return the servlet beside the dispatcher servlet that a request leads to.
	 * @param request the request
	 * @return the name of the servlet; empty if the request leads to a dispatcher servlet
	 * or, in a mock environment, to none
	 */
	static String beside(HttpServletRequest request) {
		String name = request.getHttpServletMapping().getServletName();
		if (name == null || name.isEmpty() || isDispatcher(request.getServletContext(), name)) {
			return "";
		}
		return name;
	}

	private static boolean isDispatcher(ServletContext context, String name) {
		@SuppressWarnings("unchecked")
		Map<String, Boolean> known = (Map<String, Boolean>) context.getAttribute(DISPATCHERS);
		if (known == null) {
			known = new ConcurrentHashMap<>();
			context.setAttribute(DISPATCHERS, known);
		}
		return known.computeIfAbsent(name, (key) -> find(context, key));
	}

	private static boolean find(ServletContext context, String name) {
		ServletRegistration registration = context.getServletRegistration(name);
		if (registration == null || registration.getClassName() == null) {
			return false;
		}
		try {
			Class<?> type = ClassUtils.forName(registration.getClassName(), context.getClassLoader());
			return DispatcherServlet.class.isAssignableFrom(type);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

}
