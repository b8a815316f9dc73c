package io.zerotrust.spring.autoconfigure;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.DecisionIds;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Gate;
import io.zerotrust.policy.ClientRoles;
import io.zerotrust.policy.PolicyCheck;
import io.zerotrust.policy.StepUpCheck;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.risk.DeniedNetworkCheck;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.token.AlgorithmCheck;
import io.zerotrust.token.CredentialCheck;

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
	@ConditionalOnMissingBean
	DecisionPoint ztDecisionPoint(ZtProperties properties, AccessChecks tokenChecks, RiskCheck riskCheck,
			DeniedNetworkCheck networkCheck, ClientRoles clientRoles, ObjectProvider<Check> ownChecks,
			ObjectProvider<AuditSink> sinks) {
		List<Check> arrival = List.of(networkCheck);
		List<Check> access = new ArrayList<>(tokenChecks.checks());
		List<Check> rules = List.of(new PolicyCheck(clientRoles), new StepUpCheck(properties.token().clockSkew()));
		access.addAll(rules);
		access.add(riskCheck);
		ownChecks.orderedStream().filter((check) -> check != riskCheck && check != networkCheck).forEach(access::add);
		Steps steps = new Steps(properties.checks());
		// a setting about a check that is not in use is no mistake
		steps.verify(Stream.of(arrival, access, List.of(new AlgorithmCheck())).flatMap(List::stream));
		DecisionIds ids = new DecisionIds(new SecureRandom());
		return new AuditedDecisionPoint(
				List.of(new CheckPipeline(Gate.ARRIVAL, properties.mode(), steps.of(arrival), ids),
						new CheckPipeline(Gate.ACCESS, properties.mode(), steps.of(access), ids), new CheckPipeline(
								Gate.INVOCATION, properties.mode(), steps.of(invocation(tokenChecks, rules)), ids)),
				ids, sinks.orderedStream().toList());
	}

	/**
	 * What must still hold when a method runs: who it is, and what the method demands.
	 * How the caller proved it, how risky it looks and what else the application checks
	 * was asked at {@code ACCESS}.
	 */
	private static List<Check> invocation(AccessChecks tokenChecks, List<Check> rules) {
		List<Check> invocation = new ArrayList<>(tokenChecks.checks());
		invocation.removeIf(CredentialCheck.class::isInstance);
		invocation.addAll(rules);
		return invocation;
	}

}
