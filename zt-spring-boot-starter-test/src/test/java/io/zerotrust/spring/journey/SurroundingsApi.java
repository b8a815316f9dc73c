package io.zerotrust.spring.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.outcome.Touched;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;
import io.zerotrust.spring.origin.DatabaseWriter;

/**
 * What both stacks have in common of applications whose surroundings are looked at.
 */
@Configuration(proxyBeanMethods = false)
class SurroundingsApi {

	/**
	 * The only proxy that is trusted; the tests connect from there, or from elsewhere.
	 */
	static final String PROXY = "127.0.0.2";

	@Bean
	Decisions decisions() {
		return new Decisions();
	}

	@Bean
	KeptOutcomes kept() {
		return new KeptOutcomes();
	}

	@Bean
	Shelf shelf() {
		return new Shelf();
	}

	/**
	 * Trust the proxy, and know where addresses lie.
	 */
	static List<String> properties() {
		try {
			Path folder = Files.createTempDirectory("zt");
			Path asn = folder.resolve("asn");
			Path places = folder.resolve("places");
			new DatabaseWriter().asn("198.51.100.0/24", 64500).asn("2001:db8::/32", 64510).write(asn);
			new DatabaseWriter().place("198.51.100.0/24", "DE", 52.5, 13.4).write(places);
			folder.toFile().deleteOnExit();
			asn.toFile().deleteOnExit();
			places.toFile().deleteOnExit();
			return new ArrayList<>(
					List.of("zt.client-address.source=x-forwarded-for", "zt.client-address.trusted-proxies=" + PROXY,
							"zt.risk.fingerprint-header=X-JA4", "zt.risk.posture-header=X-Posture",
							"zt.risk.origin.asn-database=" + asn, "zt.risk.origin.location-database=" + places));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A service that knows which objects it hands out.
	 */
	static class Shelf {

		String find(String id) {
			Touched.object("books", id);
			return id;
		}

	}

	/**
	 * What was decided at {@code ACCESS}, in order.
	 */
	static class Decisions implements AuditSink {

		private final List<Evaluation> made = new CopyOnWriteArrayList<>();

		@Override
		public void accept(Evaluation evaluation) {
			if (evaluation.gate() == Gate.ACCESS) {
				this.made.add(evaluation);
			}
		}

		Evaluation last() {
			return this.made.get(this.made.size() - 1);
		}

	}

}
