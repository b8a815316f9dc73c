package io.zerotrust.spring.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.decision.Refusal;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.spring.MovableClock;
import io.zerotrust.spring.origin.DatabaseWriter;

/**
 * A shop that asks nobody whose order it is, on either stack: only what is usual tells
 * who reads the orders of others.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ AttackDayApi.Shop.class, QuarantineApi.Told.class })
class AttackDayApi {

	@Bean
	MovableClock clock() {
		return new MovableClock(Instant.parse("2026-01-05T08:00:00Z"));
	}

	@Bean
	MeterRegistry meterRegistry() {
		return new SimpleMeterRegistry();
	}

	@Bean
	Decisions decisions() {
		return new Decisions();
	}

	/**
	 * Trust the proxy, know where addresses lie, and learn.
	 */
	static List<String> properties(String... more) {
		try {
			Path folder = Files.createTempDirectory("zt");
			Path asn = folder.resolve("asn");
			Path places = folder.resolve("places");
			new DatabaseWriter().asn("198.51.100.0/24", 64500)
				.asn("192.0.2.0/24", 64501)
				.asn("203.0.113.0/24", 64666)
				.write(asn);
			new DatabaseWriter().place("198.51.100.0/24", "DE", 52.5, 13.4)
				.place("192.0.2.0/24", "DE", 48.1, 11.6)
				.place("203.0.113.0/24", "BR", -23.5, -46.6)
				.write(places);
			folder.toFile().deleteOnExit();
			asn.toFile().deleteOnExit();
			places.toFile().deleteOnExit();
			List<String> all = new ArrayList<>(List.of("zt.client-address.source=x-forwarded-for",
					"zt.client-address.trusted-proxies=127.0.0.1/32", "zt.risk.device-header=X-Device-Id",
					"zt.risk.fingerprint-header=X-JA4", "zt.risk.step-up-acr=gold",
					"zt.risk.origin.asn-database=" + asn, "zt.risk.origin.location-database=" + places));
			all.addAll(List.of(more));
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

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

		/**
		 * Return why the last request was refused, or would have been, for operators.
		 */
		String why() {
			return (last().wouldBe() instanceof Refusal refusal) ? String.valueOf(refusal.reason().detail()) : "";
		}

		/**
		 * Return the code by which the last request was refused, or would have been.
		 */
		String wouldBe() {
			return (last().wouldBe() instanceof Refusal refusal) ? refusal.reason().code() : "";
		}

	}

	@RestController
	@AnyAuthenticated(reason = "the shop asks nobody whose it is")
	static class Shop {

		@GetMapping("/orders")
		String orders() {
			return "orders";
		}

		@GetMapping("/orders/{id}")
		String order(@PathVariable String id) {
			return "order " + id;
		}

		@GetMapping("/articles/{id}")
		String article(@PathVariable String id) {
			return "article " + id;
		}

	}

}
