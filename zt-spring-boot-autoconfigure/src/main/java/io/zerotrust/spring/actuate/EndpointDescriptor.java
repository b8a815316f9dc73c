package io.zerotrust.spring.actuate;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.CallerRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.StepUp;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;

/**
 * An endpoint and what it demands.
 *
 * @param endpoint methods and pattern, {@code GET /orders/{id}} for example
 * @param handler what serves it
 * @param kind what kind of handler that is
 * @param admission who is admitted at all
 * @param rule where the rule stands
 * @param scopes the scopes needed, or {@code null} if none is
 * @param roles the roles needed, or {@code null} if none is
 * @param callers from which clients it may be called, or {@code null} if from all
 * @param stepUp how the user must have authenticated, or {@code null} if anyhow
 * @param senderConstraints ways of which one must bind the token to a key of the caller
 * @param credentials kinds of credential that do here beside those that do everywhere
 * @param sensitivity how much harm misuse does
 * @param ignoreBadCredentials whether bad tokens are dropped unread
 * @since 0.1.0
 */
public record EndpointDescriptor(String endpoint, String handler, String kind, String admission, String rule,
		@Nullable Authorities scopes, @Nullable Authorities roles, @Nullable Callers callers,
		@Nullable Authentication stepUp, List<String> senderConstraints, List<String> credentials, String sensitivity,
		boolean ignoreBadCredentials) {

	static List<EndpointDescriptor> of(EndpointInventory inventory) {
		return inventory.endpoints()
			.stream()
			.map(EndpointDescriptor::of)
			.sorted(Comparator.comparing(EndpointDescriptor::endpoint).thenComparing(EndpointDescriptor::handler))
			.toList();
	}

	private static EndpointDescriptor of(Endpoint endpoint) {
		EndpointPolicy policy = endpoint.policy();
		return new EndpointDescriptor(endpoint.id(), endpoint.handler(), Words.of(endpoint.kind()),
				Words.of(policy.admission()), policy.origin(), Authorities.of(policy.scopes()),
				Authorities.of(policy.roles()), Callers.of(policy.callers()), Authentication.of(policy.stepUp()),
				words(policy.senderConstraints()), words(policy.credentials()), Words.of(policy.sensitivity()),
				policy.ignoreBadCredentials());
	}

	private static List<String> words(Collection<? extends Enum<?>> constants) {
		return constants.stream().map(Words::of).sorted().toList();
	}

	private static List<String> sorted(Set<String> texts) {
		return texts.stream().sorted().toList();
	}

	/**
	 * Scopes or roles that are needed.
	 *
	 * @param allOf every one is needed
	 * @param anyOf at least one is needed
	 */
	public record Authorities(List<String> allOf, List<String> anyOf) {

		static @Nullable Authorities of(AuthorityRule rule) {
			return rule.isEmpty() ? null : new Authorities(sorted(rule.allOf()), sorted(rule.anyOf()));
		}

	}

	/**
	 * From which clients it may be called.
	 *
	 * @param clients client identifiers
	 * @param roles roles of the calling client
	 * @param kinds what kind of subject may call; empty means every kind
	 */
	public record Callers(List<String> clients, List<String> roles, List<String> kinds) {

		static @Nullable Callers of(CallerRule rule) {
			return rule.isEmpty() ? null
					: new Callers(sorted(rule.clients()), sorted(rule.roles()), words(rule.kinds()));
		}

	}

	/**
	 * How the user must have authenticated.
	 *
	 * @param acr acceptable authentication context classes; empty accepts every one
	 * @param maxAge the longest time since then in seconds, or {@code null} for no limit
	 */
	public record Authentication(List<String> acr, @Nullable Long maxAge) {

		static @Nullable Authentication of(StepUp stepUp) {
			Duration maxAge = stepUp.maxAge();
			return stepUp.isEmpty() ? null
					: new Authentication(stepUp.acr(), (maxAge != null) ? maxAge.toSeconds() : null);
		}

	}

}
