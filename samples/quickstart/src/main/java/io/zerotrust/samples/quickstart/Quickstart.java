package io.zerotrust.samples.quickstart;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.context.ApplicationContext;

import io.zerotrust.samples.client.TextTable;
import io.zerotrust.samples.issuer.IssuerApplication;
import io.zerotrust.samples.launch.Applications;
import io.zerotrust.samples.launch.AutoConfigurations;
import io.zerotrust.samples.orders.OrdersApplication;
import io.zerotrust.samples.quickstart.days.Days;
import io.zerotrust.samples.quickstart.days.Event;
import io.zerotrust.samples.quickstart.days.MovableClock;
import io.zerotrust.samples.quickstart.plain.PlainApplication;
import io.zerotrust.samples.quickstart.tour.Row;
import io.zerotrust.samples.quickstart.tour.Table;
import io.zerotrust.samples.quickstart.tour.Tour;

/**
 * Starts the issuer, the orders API under zt and the same API without, each in an
 * application context and on a port of its own; then takes the tour. Its second act needs
 * the API under zt once more, on a clock that can be moved.
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
			try (Days days = days(applications, tour)) {
				List<Event> events = days.pass();
				System.out.println(TextTable.of(Event.HEAD, events.stream().map(Event::cells).toList()));
				System.out.println(days.explain(events));
			}
			System.out.println(tour.commands());
		}
	}

	/**
	 * Start what the second act needs. Its clock begins tomorrow, so that tokens of its
	 * days are not expired for those who look at the clock of the machine.
	 */
	static Days days(Applications applications, Tour tour) {
		MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
		ApplicationContext api = applications.start(OrdersApplication.class, "watched",
				Map.of(EXCLUDE, AutoConfigurations.namesOf(AutoConfigurations.ISSUER), "issuer.port",
						Integer.toString(tour.issuer().getPort())),
				clock);
		return new Days(clock, tour.key(), tour.issuer(), address(api), tour.plain());
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
