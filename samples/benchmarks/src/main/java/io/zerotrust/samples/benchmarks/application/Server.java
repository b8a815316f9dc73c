package io.zerotrust.samples.benchmarks.application;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that listens on a port, as applications do.
 */
public final class Server implements AutoCloseable {

	private final String name;

	private final ConfigurableApplicationContext context;

	private Server(String name, ConfigurableApplicationContext context) {
		this.name = name;
		this.context = context;
	}

	static Server start(String name, Stack stack, Class<?> source, List<Absent> absent, List<String> properties) {
		boolean netty = stack == Stack.NETTY;
		SpringApplication application = new SpringApplication(source);
		application.setLogStartupInfo(false);
		application.setWebApplicationType(netty ? WebApplicationType.REACTIVE : WebApplicationType.SERVLET);
		List<Absent> without = new ArrayList<>(absent);
		if (netty) {
			without.add(Absent.TOMCAT);
		}
		List<String> all = new ArrayList<>(properties);
		all.add("--server.address=127.0.0.1");
		return new Server(name, application.run(Arguments.of(without, all)));
	}

	/**
	 * Return what the application is called.
	 * @return the name, for tables
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return where the endpoint is.
	 * @return its address
	 */
	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port")
				+ "/orders/4711");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
