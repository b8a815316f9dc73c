package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.zerotrust.access.Admission;
import io.zerotrust.check.Mode;
import io.zerotrust.check.OnFailure;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.posture.EndpointKind;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.spring.web.AcceptedCredentials;
import io.zerotrust.spring.web.ClientAddressSource;
import io.zerotrust.spring.web.endpoint.ChainSummary;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;

/**
 * What holds from now on, in one block for the log: whom tokens are believed from, which
 * endpoints have which rules, what is only observed, and what deserves a second look.
 */
final class StartReport {

	private final ZtProperties properties;

	private final TrustedIssuers issuers;

	private final AcceptedCredentials credentials;

	private final StringBuilder block = new StringBuilder();

	StartReport(ZtProperties properties, TrustedIssuers issuers, AcceptedCredentials credentials) {
		this.properties = properties;
		this.issuers = issuers;
		this.credentials = credentials;
	}

	/**
	 * Write the block.
	 * @param inventory what is mapped
	 * @param chains the filter chains, if there are any
	 * @param warnings what deserves a second look
	 */
	String text(EndpointInventory inventory, Optional<ChainSummary> chains, List<String> warnings) {
		this.block.append(
				(this.properties.mode() == Mode.ENFORCE) ? "zt enforces:" : "zt only observes and refuses nothing:");
		addCallers();
		addChecks();
		row("limits", new LimitSettings(this.properties.limits()).words());
		addLearning();
		addEndpoints(inventory.endpoints(), inventory);
		addOthers(inventory.endpoints());
		chains.ifPresent((all) -> row("chains", all.size() + ", " + all.ungated().size() + " of them without gates"));
		warnings.forEach((warning) -> row("warning", warning));
		return this.block.toString();
	}

	private void addCallers() {
		List<TrustedIssuer> all = this.issuers.all();
		IssuerWords words = new IssuerWords(this.properties);
		all.forEach((issuer) -> row("issuer", words.of(issuer)));
		if (all.isEmpty()) {
			row("issuer", "none, so no token is believed");
		}
		StringBuilder accepted = new StringBuilder(
				this.credentials.kinds().stream().map(StartReport::name).sorted().collect(Collectors.joining(", ")));
		ZtProperties.Credentials areas = this.properties.credentials();
		addArea(accepted, "session", areas.session());
		addArea(accepted, "basic", areas.basic());
		addArea(accepted, "x509", areas.x509());
		row("credentials", accepted.toString());
		ZtProperties.ClientAddress address = this.properties.clientAddress();
		ClientAddressSource source = address.source();
		row("address", (source == null) ? "peer"
				: name(source) + (source.isHeader() ? " through " + String.join(", ", address.trustedProxies()) : ""));
	}

	private static void addArea(StringBuilder accepted, String name, List<String> patterns) {
		if (!patterns.isEmpty()) {
			accepted.append("; ").append(name).append(" at ").append(String.join(", ", patterns));
		}
	}

	private void addChecks() {
		List<String> said = new ArrayList<>();
		new TreeMap<>(this.properties.checks()).forEach((name, check) -> {
			if (check.mode() == Mode.OBSERVE) {
				said.add(name + " only observes");
			}
			if (check.onFailure() == OnFailure.PASS) {
				said.add(name + " lets pass when it fails");
			}
		});
		boolean enforces = this.properties.mode() == Mode.ENFORCE;
		row("checks", !said.isEmpty() ? String.join(", ", said) : enforces ? "all enforce" : "all only observe");
	}

	/**
	 * Say whether what is learned bites. In observe mode nothing does.
	 */
	private void addLearning() {
		if (!this.properties.risk().learning()) {
			row("risk", "learns nothing (zt.risk.learning)");
			return;
		}
		ZtProperties.Check learned = this.properties.checks().get(RiskCheck.name(true));
		Mode mode = (learned != null) ? learned.mode() : null;
		Duration trial = this.properties.risk().observeFor();
		if (this.properties.mode() != Mode.ENFORCE || mode == Mode.ENFORCE) {
			return;
		}
		if (mode == Mode.OBSERVE) {
			row("risk", "learned signals are only observed (zt.checks[risk.learned].mode)");
		}
		else if (!trial.isZero()) {
			row("risk", "learned signals are only observed for the first " + days(trial)
					+ ", or until half of the principals are known; zt.risk.observe-for: 0 makes them count at once");
		}
	}

	private static String days(Duration duration) {
		return duration.equals(Duration.ofDays(duration.toDays())) ? duration.toDays() + "d" : text(duration);
	}

	private void addEndpoints(List<Endpoint> endpoints, EndpointInventory inventory) {
		Map<EndpointKind, Integer> kinds = new EnumMap<>(EndpointKind.class);
		endpoints.forEach((endpoint) -> kinds.merge(endpoint.kind(), 1, Integer::sum));
		row("endpoints",
				String.format(Locale.ROOT, "%d, %.0f %% with a rule: ", endpoints.size(), inventory.coverage() * 100)
						+ kinds.entrySet()
							.stream()
							.map((kind) -> kind.getValue() + " " + name(kind.getKey()))
							.collect(Collectors.joining(", ")));
		List<Endpoint> handlers = endpoints.stream().filter(StartReport::isHandler).toList();
		long routed = count(handlers, (endpoint) -> endpoint.policy().origin().startsWith("zt."));
		long covered = count(handlers, (endpoint) -> endpoint.policy().isCovered());
		row("rules", covered - routed + " by annotation, " + routed + " by route");
		sorted(endpoints, (endpoint) -> endpoint.policy().isPublic() && endpoint.kind() != EndpointKind.ERROR)
			.forEach((endpoint) -> row("public", endpoint.id() + " (" + endpoint.policy().origin() + ")"));
		this.properties.publicResources().forEach((pattern) -> row("public", pattern + " (zt.public-resources)"));
		inventory.needingRules()
			.forEach((endpoint) -> row("no rule", endpoint.id() + " (" + endpoint.handler() + "), " + refused()));
	}

	private void addOthers(List<Endpoint> endpoints) {
		sorted(endpoints, (endpoint) -> endpoint.kind() == EndpointKind.SERVLET)
			.forEach((servlet) -> row("servlet", servlet.handler() + " at " + servlet.pattern() + ", "
					+ (servlet.policy().isCovered() ? "ruled at " + servlet.policy().origin() : refused())));
		List<Endpoint> actuator = endpoints.stream()
			.filter((endpoint) -> endpoint.kind() == EndpointKind.ACTUATOR)
			.toList();
		if (!actuator.isEmpty()) {
			row("actuator", count(actuator, (endpoint) -> endpoint.policy().isPublic()) + " public, "
					+ count(actuator, (endpoint) -> endpoint.policy().admission() == Admission.RULED) + " by scope, "
					+ count(actuator, (endpoint) -> !endpoint.policy().isCovered()) + " " + refused());
		}
	}

	private String refused() {
		return (this.properties.mode() == Mode.ENFORCE) ? "refused to everybody" : "would be refused to everybody";
	}

	private static boolean isHandler(Endpoint endpoint) {
		return switch (endpoint.kind()) {
			case HANDLER_METHOD, FUNCTION, HANDLER, GATEWAY_ROUTE -> true;
			case RESOURCES, ACTUATOR, ERROR, FILTER_ENDPOINT, SERVLET -> false;
		};
	}

	private static long count(Collection<Endpoint> endpoints, Predicate<Endpoint> which) {
		return endpoints.stream().filter(which).count();
	}

	private static List<Endpoint> sorted(Collection<Endpoint> endpoints, Predicate<Endpoint> which) {
		return endpoints.stream().filter(which).sorted(Comparator.comparing(Endpoint::id)).toList();
	}

	static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static String text(Duration duration) {
		return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
	}

	private void row(String label, String text) {
		this.block.append(System.lineSeparator()).append(String.format(Locale.ROOT, "  %-11s  %s", label, text));
	}

}
