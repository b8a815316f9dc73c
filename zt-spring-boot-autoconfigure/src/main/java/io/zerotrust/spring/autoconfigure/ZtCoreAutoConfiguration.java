package io.zerotrust.spring.autoconfigure;

import java.security.SecureRandom;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.audit.AuditedDecisionPoint;
import io.zerotrust.audit.LogAuditSink;
import io.zerotrust.check.Check;
import io.zerotrust.check.DecisionIds;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.outcome.OutcomeListener;
import io.zerotrust.outcome.Outcomes;
import io.zerotrust.policy.ClientRoles;
import io.zerotrust.policy.PolicyCheck;
import io.zerotrust.policy.SenderConstraintCheck;
import io.zerotrust.policy.StepUpCheck;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;

/**
 * Auto-configuration for the decision point: which checks run at which gate, and who is
 * told.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ZtTokenAutoConfiguration.class, ZtRiskAutoConfiguration.class })
@EnableConfigurationProperties(ZtProperties.class)
public final class ZtCoreAutoConfiguration {

	@Bean(WiredSettings.ENFORCING)
	@ConditionalOnEnforcing
	WiredSettings.Enforcing ztWiredForEnforcing() {
		return new WiredSettings.Enforcing();
	}

	@Bean
	static WiredSettings ztWiredSettings(Environment environment) {
		return new WiredSettings(environment);
	}

	@Bean
	LogAuditSink ztLogAuditSink() {
		return new LogAuditSink();
	}

	@Bean
	ObserveReport ztObserveReport() {
		return new ObserveReport();
	}

	@Bean
	AuditSink ztObserveReportSink(ObserveReport report) {
		return report::record;
	}

	@Bean
	@ConditionalOnMissingBean
	ClientRoles ztClientRoles(ZtProperties properties) {
		return CallerSettings.roles(properties.callers());
	}

	@Bean
	PlacedChecks ztRuleChecks(ClientRoles clientRoles, ZtProperties properties) {
		return PlacedChecks.of(Place.RULES, List.of(new PolicyCheck(clientRoles), new SenderConstraintCheck(),
				new StepUpCheck(properties.token().clockSkew())));
	}

	@Bean
	DecisionIds ztDecisionIds() {
		return new DecisionIds(new SecureRandom());
	}

	@Bean
	@ConditionalOnMissingBean(DecisionPoint.class)
	GatePipelines ztGatePipelines(ZtProperties properties, ObjectProvider<PlacedChecks> placedChecks,
			ObjectProvider<Check> ownChecks, ObjectProvider<Instrumentation> instrumentation, DecisionIds ids) {
		Pipelines pipelines = new Pipelines(placedChecks.orderedStream().toList(), ownChecks.orderedStream().toList(),
				properties, Instrumentation.all(instrumentation.orderedStream()));
		return new GatePipelines(pipelines.of(properties.mode(), ids));
	}

	@Bean
	@ConditionalOnMissingBean
	DecisionPoint ztDecisionPoint(GatePipelines pipelines, DecisionIds ids, ObjectProvider<AuditSink> sinks) {
		return new AuditedDecisionPoint(pipelines.all(), ids, sinks.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	Outcomes ztOutcomes(ObjectProvider<OutcomeListener> listeners) {
		return new Outcomes(listeners.orderedStream().toList());
	}

}
