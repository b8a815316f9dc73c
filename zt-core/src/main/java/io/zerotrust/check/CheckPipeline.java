package io.zerotrust.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.AccessRequest;

/**
 * The steps of a gate. The first refusal stops; otherwise a grant permits; otherwise the
 * gate decides. An empty pipeline denies.
 *
 * @since 0.1.0
 */
public final class CheckPipeline {

	private final Gate gate;

	private final Mode mode;

	private final Step[] steps;

	private final Supplier<String> ids;

	/**
	 * Create the pipeline of a gate.
	 * @param gate the gate
	 * @param mode {@link Mode#OBSERVE} observes every step and never refuses
	 * @param steps the steps in the order they run
	 * @param ids makes the decision ids
	 * @throws IllegalArgumentException if two steps share a name or more than one may
	 * grant
	 */
	public CheckPipeline(Gate gate, Mode mode, List<Step> steps, Supplier<String> ids) {
		verify(steps);
		this.gate = gate;
		this.mode = mode;
		this.steps = steps.toArray(Step[]::new);
		this.ids = ids;
	}

	private static void verify(List<Step> steps) {
		Set<String> names = new HashSet<>();
		boolean granting = false;
		for (Step step : steps) {
			if (!names.add(step.check().name())) {
				throw new IllegalArgumentException("two checks share the name " + step.check().name());
			}
			if (granting && step.granting()) {
				throw new IllegalArgumentException("only one step may grant, not also " + step.check().name());
			}
			granting |= step.granting();
		}
	}

	/**
	 * Return the gate this pipeline belongs to.
	 * @return the gate
	 */
	public Gate gate() {
		return this.gate;
	}

	/**
	 * Return the steps in the order they run.
	 * @return the steps
	 */
	public List<Step> steps() {
		return List.of(this.steps);
	}

	/**
	 * Hold every step against a request.
	 * @param request the question
	 * @return the evaluation, already there unless a step is remote; never fails
	 */
	public CompletionStage<Evaluation> evaluate(AccessRequest request) {
		return run(new Fold(this.gate, this.mode, this.ids.get(), request, this.steps.length), 0);
	}

	private CompletionStage<Evaluation> run(Fold fold, int from) {
		for (int i = from; i < this.steps.length; i++) {
			Step step = this.steps[i];
			if (step.check() instanceof RemoteCheck remote) {
				int next = i + 1;
				return ask(step, remote, fold.request()).thenCompose((finding) -> fold.add(step, finding)
						? run(fold, next) : CompletableFuture.completedStage(fold.close()));
			}
			if (!fold.add(step, ask(step, (LocalCheck) step.check(), fold.request()))) {
				break;
			}
		}
		return CompletableFuture.completedStage(fold.close());
	}

	private static Finding ask(Step step, LocalCheck check, AccessRequest request) {
		try {
			return Failures.orFailed(step, check.evaluate(request));
		}
		// checks in Kotlin throw checked exceptions undeclared
		catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
			return Failures.of(step, ex);
		}
	}

	private static CompletionStage<Finding> ask(Step step, RemoteCheck check, AccessRequest request) {
		try {
			CompletionStage<Finding> answer = check.evaluate(request);
			if (answer == null) {
				return CompletableFuture.completedStage(Failures.orFailed(step, null));
			}
			// INVARIANT: a time-out surfaces on the one timer thread of the JVM; go on
			// elsewhere
			return answer.toCompletableFuture()
				.copy()
				.orTimeout(step.timeout().toNanos(), TimeUnit.NANOSECONDS)
				.handleAsync((@Nullable Finding finding, @Nullable Throwable failure) -> (failure != null)
						? Failures.of(step, failure) : Failures.orFailed(step, finding));
		}
		catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
			return CompletableFuture.completedStage(Failures.of(step, ex));
		}
	}

}
