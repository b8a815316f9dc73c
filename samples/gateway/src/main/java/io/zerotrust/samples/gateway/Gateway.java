package io.zerotrust.samples.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.context.ApplicationContext;

import io.zerotrust.samples.issuer.IssuerApplication;
import io.zerotrust.samples.launch.Applications;
import io.zerotrust.samples.launch.AutoConfigurations;
import io.zerotrust.samples.orders.OrdersApplication;

/**
 * Starts an issuer, the orders API and the gateway in front of it, each in an application
 * context and on a port of its own; then sends requests through the gateway and around
 * it.
 */
public final class Gateway {

	private static final String EXCLUDE = "spring.autoconfigure.exclude";

	private Gateway() {
	}

	public static void main(String[] args) {
		Applications applications = new Applications(args);
		GatewayTour tour = start(applications);
		System.out.println(tour.places());
		if (applications.isOn("tour.enabled")) {
			List<Row> rows = tour.take();
			System.out.println(Row.table(rows));
		}
	}

	static GatewayTour start(Applications applications) {
		ApplicationContext issuer = applications.start(IssuerApplication.class, "issuer",
				Map.of(EXCLUDE, AutoConfigurations.namesOf(AutoConfigurations.ZT, AutoConfigurations.CLOUD)));
		ApplicationContext service = applications.start(OrdersApplication.class, "orders",
				Map.of(EXCLUDE, AutoConfigurations.namesOf(AutoConfigurations.ISSUER, AutoConfigurations.CLOUD),
						"issuer.port", port(issuer)));
		ApplicationContext gateway = applications.start(GatewayApplication.class, "gateway",
				Map.of(EXCLUDE, AutoConfigurations.namesOf(AutoConfigurations.ISSUER, AutoConfigurations.TOMCAT),
						"issuer.port", port(issuer), "api.port", port(service)));
		return new GatewayTour(address(issuer), issuer.getBean(RSAKey.class), address(gateway), address(service));
	}

	private static URI address(ApplicationContext application) {
		return URI.create("http://127.0.0.1:" + port(application));
	}

	private static String port(ApplicationContext application) {
		return application.getEnvironment().getRequiredProperty("local.server.port");
	}

}
