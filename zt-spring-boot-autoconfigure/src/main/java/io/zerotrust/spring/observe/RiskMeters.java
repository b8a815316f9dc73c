package io.zerotrust.spring.observe;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.StepFinding;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskThresholds;

/**
 * Measures the risk scores that checks gave as evidence.
 */
final class RiskMeters {

	private static final String SCORE = "risk.score";

	private static final Set<String> CHECKS = Set.of("risk", "risk.learned");

	private final Held<Scored, DistributionSummary> scores;

	RiskMeters(MeterRegistry registry, RiskSettings settings) {
		double[] thresholds = thresholds(settings);
		this.scores = new Held<>((scored) -> DistributionSummary.builder(MeterCatalogue.RISK.name())
			.description("Risk scores of requests")
			.tags("check", scored.check(), "kind", scored.isAnonymous() ? "anonymous" : Tags.word(scored.kind()))
			.minimumExpectedValue(0.01)
			.maximumExpectedValue(1.0)
			.serviceLevelObjectives(thresholds)
			.register(registry));
	}

	private static double[] thresholds(RiskSettings settings) {
		Set<Double> thresholds = new TreeSet<>();
		for (SensitivityLevel sensitivity : SensitivityLevel.values()) {
			RiskThresholds of = settings.thresholds(sensitivity);
			thresholds.add(of.stepUp());
			thresholds.add(of.deny());
		}
		return thresholds.stream().mapToDouble(Double::doubleValue).toArray();
	}

	void measure(Evaluation evaluation) {
		List<StepFinding> findings = evaluation.findings();
		for (int i = 0; i < findings.size(); i++) {
			StepFinding found = findings.get(i);
			List<Evidence> evidence = found.finding().evidence();
			for (int j = 0; j < evidence.size(); j++) {
				if (SCORE.equals(evidence.get(j).name())) {
					measure(found.check(), evaluation.request().subject(), evidence.get(j).value());
				}
			}
		}
	}

	private void measure(String check, Subject subject, String score) {
		double risk;
		try {
			risk = Double.parseDouble(score);
		}
		catch (NumberFormatException ex) {
			// a check of the application calls something else so
			return;
		}
		if (risk >= 0 && risk <= 1) {
			String name = CHECKS.contains(check) ? check : BoundedTag.OTHER;
			this.scores.of(new Scored(name, subject.kind(), subject.isAnonymous())).record(risk);
		}
	}

	private record Scored(String check, SubjectKind kind, boolean isAnonymous) {
	}

}
