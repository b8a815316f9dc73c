package io.zerotrust.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Refusal;

/**
 * The one way to a decision: asks the pipeline of the gate and tells every sink. A gate
 * without a pipeline denies. A sink that throws is reported and does not change the
 * decision.
 *
 * @since 0.1.0
 */
public final class AuditedDecisionPoint implements DecisionPoint {

	private static final Logger logger = System.getLogger(AuditedDecisionPoint.class.getName());

	private final Map<Gate, CheckPipeline> pipelines = new EnumMap<>(Gate.class);

	private final Supplier<String> ids;

	private final AuditSink[] sinks;

	/**
	 * Create the decision point.
	 * @param pipelines the pipelines, at most one per gate
	 * @param ids makes the decision ids
	 * @param sinks who is told
	 * @throws IllegalArgumentException if two pipelines belong to one gate
	 */
	public AuditedDecisionPoint(List<CheckPipeline> pipelines, Supplier<String> ids, List<AuditSink> sinks) {
		for (CheckPipeline pipeline : pipelines) {
			if (this.pipelines.put(pipeline.gate(), pipeline) != null) {
				throw new IllegalArgumentException("two pipelines for gate " + pipeline.gate());
			}
		}
		for (Gate gate : Gate.values()) {
			this.pipelines.putIfAbsent(gate, new CheckPipeline(gate, Mode.ENFORCE, List.of(), ids));
		}
		this.ids = ids;
		this.sinks = sinks.toArray(AuditSink[]::new);
	}

	@Override
	public CompletionStage<Evaluation> decide(Gate gate, AccessRequest request) {
		CheckPipeline pipeline = this.pipelines.get(gate);
		if (pipeline == null) {
			throw new IllegalStateException("no pipeline for " + gate);
		}
		return pipeline.evaluate(request).thenApply(this::tell);
	}

	@Override
	public Evaluation record(Gate gate, AccessRequest request, Refusal refusal, Mode mode) {
		Decision decision = (mode == Mode.ENFORCE) ? refusal : Permit.instance();
		return tell(new Evaluation(this.ids.get(), gate, request, decision, refusal, List.of()));
	}

	private Evaluation tell(Evaluation evaluation) {
		for (AuditSink sink : this.sinks) {
			try {
				sink.accept(evaluation);
			}
			catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
				logger.log(Level.ERROR, "audit sink failed on decision " + evaluation.id(), ex);
			}
		}
		return evaluation;
	}

}
