package io.zerotrust.samples.benchmarks.application;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * An application under measurement: its real filters and its real dispatcher servlet,
 * asked in process so that neither network nor client is in the figures.
 */
public final class Variant implements AutoCloseable {

	private final String name;

	private final ConfigurableApplicationContext context;

	private final ServletContext servletContext;

	private final Servlet servlet;

	private final Filter[] filters;

	private Variant(String name, ConfigurableApplicationContext context) {
		this.name = name;
		this.context = context;
		this.servlet = context.getBean(DispatcherServlet.class);
		ServletContext found = ((WebApplicationContext) context).getServletContext();
		if (found == null) {
			throw new IllegalStateException("no servlet context");
		}
		this.servletContext = found;
		this.filters = filters(context);
	}

	/**
	 * Start an application.
	 * @param name what it is called in tables
	 * @param source its configuration
	 * @param absent what it does without
	 * @param properties further arguments
	 */
	static Variant start(String name, Class<?> source, List<Absent> absent, List<String> properties) {
		SpringApplication application = new SpringApplication(source);
		application.setLogStartupInfo(false);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		return new Variant(name, application.run(Arguments.of(absent, properties)));
	}

	private static Filter[] filters(ConfigurableApplicationContext context) {
		List<Filter> filters = new ArrayList<>();
		for (ServletContextInitializer initializer : new ServletContextInitializerBeans(context.getBeanFactory())) {
			if (initializer instanceof AbstractFilterRegistrationBean<?> registration) {
				filters.add(registration.getFilter());
			}
		}
		return filters.toArray(Filter[]::new);
	}

	/**
	 * Return what the application is called.
	 * @return the name, for tables
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return a bean of the application.
	 * @param <T> its type
	 * @param type its type
	 * @return the bean
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Send one request.
	 * @param call the request
	 * @return the status
	 * @throws Exception if the application lets one out
	 */
	public int send(Call call) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(this.servletContext, "GET", "/orders/4711");
		request.setRemoteAddr(call.address());
		boolean bearer = call.proof().isEmpty();
		request.addHeader("Authorization", (bearer ? "Bearer " : "DPoP ") + call.token());
		if (!bearer) {
			request.addHeader("DPoP", call.proof());
		}
		request.addHeader("User-Agent", "benchmark/1.0");
		request.addHeader("Accept", "application/json");
		MockHttpServletResponse response = new MockHttpServletResponse();
		new MockFilterChain(this.servlet, this.filters).doFilter(request, response);
		return response.getStatus();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
