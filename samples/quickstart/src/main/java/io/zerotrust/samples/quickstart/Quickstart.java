package io.zerotrust.samples.quickstart;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.context.ApplicationContext;

import io.zerotrust.samples.quickstart.issuer.IssuerApplication;
import io.zerotrust.samples.quickstart.orders.OrdersApplication;
import io.zerotrust.samples.quickstart.plain.PlainApplication;
import io.zerotrust.samples.quickstart.tour.Row;
import io.zerotrust.samples.quickstart.tour.Table;
import io.zerotrust.samples.quickstart.tour.Tour;

/**
 * Starts the issuer, the orders API under zt and the same API without, each in an
 * application context and on a port of its own; then takes the tour.
 */
public final class Quickstart {

	private static final String EXCLUDE = "spring.autoconfigure.exclude";

	private Quickstart() {
	}

	public static void main(String[] args) {
		Applications applications = new Applications(args);
		Tour tour = start(applications);
		System.out.println(tour.places());
		if (applications.isOn("tour.enabled")) {
			List<Row> rows = tour.take();
			System.out.println(Table.of(rows));
			System.out.println(Table.challenges(rows));
			System.out.println(tour.commands());
		}
	}

	static Tour start(Applications applications) {
		ApplicationContext issuer = applications.start(IssuerApplication.class, "issuer",
				Map.of(EXCLUDE, AutoConfigurations.namesOf(AutoConfigurations.ZT)));
		String port = port(issuer);
		ApplicationContext api = applications.start(OrdersApplication.class, "application",
				Map.of(EXCLUDE, AutoConfigurations.namesOf(AutoConfigurations.ISSUER), "issuer.port", port));
		ApplicationContext plain = applications.start(PlainApplication.class, "plain", Map.of(EXCLUDE,
				AutoConfigurations.namesOf(AutoConfigurations.ZT, AutoConfigurations.ISSUER), "issuer.port", port));
		return new Tour(address(issuer), issuer.getBean(RSAKey.class), address(api), address(plain));
	}

	private static URI address(ApplicationContext application) {
		return URI.create("http://127.0.0.1:" + port(application));
	}

	private static String port(ApplicationContext application) {
		return application.getEnvironment().getRequiredProperty("local.server.port");
	}

}
