package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

import io.zerotrust.check.Mode;
import io.zerotrust.posture.Endpoint;
import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.autoconfigure.ZtProperties.Uncovered;
import io.zerotrust.spring.web.RouteProblem;
import io.zerotrust.spring.web.endpoint.ChainSummary;
import io.zerotrust.spring.web.endpoint.Inspection;

/**
 * Looks at the application before it serves: every handler has a rule, every handler
 * mapping can be guarded. In observe mode it only says so, and says at the end what would
 * have been refused.
 */
final class StartAudit implements SmartInitializingSingleton, DisposableBean {

	private static final Log logger = LogFactory.getLog(StartAudit.class);

	private final Inspection inspection;

	private final ZtProperties properties;

	private final ObserveReport report;

	private final Environment environment;

	private final StartRules rules;

	private final StartReport start;

	private volatile EndpointInventory inventory = new EndpointInventory(List.of());

	StartAudit(Inspection inspection, ZtProperties properties, ObserveReport report, Environment environment,
			StartRules rules, StartReport start) {
		this.inspection = inspection;
		this.properties = properties;
		this.report = report;
		this.environment = environment;
		this.rules = rules;
		this.start = start;
	}

	/**
	 * Return the endpoints as they were found at start.
	 */
	EndpointInventory inventory() {
		return this.inventory;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.rules.problems().forEach(this::complain);
		MisconfigurationException forged = ClientAddressRules.problem(this.properties.clientAddress(),
				AddressRewriting.in(this.environment, this.inspection.addressRewriter()));
		if (forged != null) {
			complain(forged);
		}
		MisconfigurationException actuator = ActuatorKeys.problem(this.properties.actuator(),
				this.inspection.actuatorEndpoints());
		if (actuator != null) {
			complainUnlessPart(actuator);
		}
		this.inspection.guardProblems().forEach((problem) -> complain(misconfiguration(problem)));
		this.inspection.routeProblems().forEach((problem) -> complainUnlessPart(misconfiguration(problem)));
		this.inspection.chainProblems().forEach((problem) -> complainUnlessPart(misconfiguration(problem)));
		this.inventory = this.inspection.inventory();
		new PropertyRules(this.properties).problems(this.inventory).forEach(this::complain);
		ResourceIdentity.problems(this.properties.resource()).forEach(this::complain);
		new BindingSettings(this.properties).problems(this.inventory).forEach(this::complain);
		List<Endpoint> open = this.inventory.needingRules();
		if (!open.isEmpty() && this.properties.uncovered() == Uncovered.FAIL) {
			complain(new UncoveredHandlersException(open, this.inspection.ownPackages()));
		}
		Optional<ChainSummary> chains = this.inspection.chains();
		List<String> warnings = new ArrayList<>(this.rules.warnings());
		warnings.addAll(new BindingSettings(this.properties).warnings(this.inventory));
		chains.ifPresent((all) -> warnings.addAll(ChainWarnings.of(all, this.properties.mode())));
		logger.info(this.start.text(this.inventory, chains, warnings));
	}

	private static MisconfigurationException misconfiguration(RouteProblem problem) {
		return new MisconfigurationException(problem.description(), problem.action());
	}

	private void complainUnlessPart(MisconfigurationException problem) {
		if (TestSlice.isOne(this.environment)) {
			logger.warn("in this part of the application: " + problem.getMessage());
			return;
		}
		complain(problem);
	}

	private void complain(RuntimeException problem) {
		if (this.properties.mode() == Mode.ENFORCE) {
			throw problem;
		}
		String action = (problem instanceof MisconfigurationException wrong) ? " " + wrong.action() : "";
		logger.warn("zt would not start: " + problem.getMessage() + action);
	}

	@Override
	public void destroy() {
		if (this.properties.mode() == Mode.OBSERVE && !this.report.rows().isEmpty()) {
			StringBuilder block = new StringBuilder("zt observed; enforcement would have refused:");
			for (ObserveReport.Row row : this.report.rows()) {
				block.append(System.lineSeparator())
					.append(String.format(Locale.ROOT, "%8d  %-28s %s", row.count(), row.code(), row.endpoint()));
			}
			logger.info(block);
		}
	}

}
