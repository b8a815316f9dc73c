package io.zerotrust.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
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
final class Variant implements AutoCloseable {

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

	static Variant start(String name, boolean zt, Class<?> source) {
		SpringApplication application = new SpringApplication(source);
		application.setLogStartupInfo(false);
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off",
				"--logging.level.root=warn", "--spring.mvc.servlet.load-on-startup=1",
				"--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
				"--spring.security.oauth2.resourceserver.jwt.audiences=" + Tokens.AUDIENCE));
		if (!zt) {
			arguments.add("--spring.autoconfigure.exclude=" + String.join(",", ztAutoConfigurations()));
		}
		return new Variant(name, application.run(arguments.toArray(String[]::new)));
	}

	private static List<String> ztAutoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, Variant.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((candidate) -> candidate.startsWith("io.zerotrust."))
			.toList();
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

	String name() {
		return this.name;
	}

	/**
	 * Send one request.
	 * @param token the token, copied so that no string is known by identity
	 * @return the status
	 */
	int send(String token) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(this.servletContext, "GET", "/orders/4711");
		request.setRemoteAddr("203.0.113.7");
		request.addHeader("Authorization", "Bearer " + token);
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
