package io.zerotrust.spring.observe;

import java.time.Duration;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.zerotrust.spring.token.IntrospectionListener;
import io.zerotrust.spring.token.IssuerIntrospector;
import io.zerotrust.token.revocation.RevocationStore;

/**
 * Measures how issuers answer about tokens, and shows what is kept of it.
 *
 * @since 0.1.0
 */
public final class IntrospectionMeters implements IntrospectionListener {

	private final Held<Outcome, Timer> times;

	private final MeterFailures failures = new MeterFailures();

	/**
	 * Create the meters.
	 * @param registry where they are
	 */
	public IntrospectionMeters(MeterRegistry registry) {
		this.times = new Held<>((outcome) -> Timer.builder(MeterCatalogue.INTROSPECTION.name())
			.description("How long issuers took to answer about a token")
			.tags("outcome", Tags.word(outcome))
			.register(registry));
	}

	@Override
	public void asked(Outcome outcome, Duration took, @Nullable String problem) {
		this.failures.shield(() -> this.times.of(outcome).record(took));
	}

	/**
	 * Show what is kept of answers.
	 * @param introspector keeps them
	 * @return what binds its meters
	 */
	public static MeterBinder of(IssuerIntrospector introspector) {
		return (registry) -> {
			Gauge.builder(MeterCatalogue.INTROSPECTION_KEPT.name(), introspector, IssuerIntrospector::keptActive)
				.description("Answers about tokens that are kept")
				.tags("active", "true")
				.register(registry);
			Gauge.builder(MeterCatalogue.INTROSPECTION_KEPT.name(), introspector, IssuerIntrospector::keptInactive)
				.description("Answers about tokens that are kept")
				.tags("active", "false")
				.register(registry);
		};
	}

	/**
	 * Show what is revoked.
	 * @param store remembers it
	 * @return what binds its meters
	 */
	public static MeterBinder of(RevocationStore store) {
		return (registry) -> {
			Gauge.builder(MeterCatalogue.REVOCATIONS.name(), store, RevocationStore::size)
				.description("Revocations that are held")
				.register(registry);
			FunctionCounter.builder(MeterCatalogue.REVOCATIONS_REFUSED.name(), store, RevocationStore::refused)
				.description("Revocations there was no room for")
				.register(registry);
		};
	}

}
