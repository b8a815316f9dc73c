package io.zerotrust.spring.method;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Resource;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.check.Mode;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.web.SubjectReader;

/**
 * Asks at {@code INVOCATION} whether somebody may call a method, now.
 */
final class InvocationGate {

	private static final Action INVOKE = new Action("invoke");

	private static final Deny WOULD_BLOCK = Deny
		.of(new Reason("check.would-block", "a remote check on a thread that may not wait"));

	private final DecisionPoint decisionPoint;

	private final Mode mode;

	private final SubjectReader subjects;

	private final Surroundings surroundings;

	private final Clock clock;

	private final Supplier<SecurityContextHolderStrategy> contexts;

	private final BooleanSupplier nonBlocking;

	private InvocationGate(DecisionPoint decisionPoint, Mode mode, SubjectReader subjects, Surroundings surroundings,
			Clock clock, Supplier<SecurityContextHolderStrategy> contexts, BooleanSupplier nonBlocking) {
		this.decisionPoint = decisionPoint;
		this.mode = mode;
		this.subjects = subjects;
		this.surroundings = surroundings;
		this.clock = clock;
		this.contexts = contexts;
		this.nonBlocking = nonBlocking;
	}

	static InvocationGate of(BeanFactory beans, Mode mode) {
		SecurityContextHolderStrategy own = beans.getBeanProvider(SecurityContextHolderStrategy.class).getIfUnique();
		Instrumentation instrumentation = Instrumentation
			.all(beans.getBeanProvider(Instrumentation.class).orderedStream());
		return new InvocationGate(instrumentation.instrument(beans.getBean(DecisionPoint.class)), mode,
				beans.getBean(SubjectReader.class),
				beans.getBeanProvider(Surroundings.class).getIfUnique(() -> Context::at),
				beans.getBeanProvider(Clock.class).getIfUnique(Clock::systemUTC),
				(own != null) ? () -> own : SecurityContextHolder::getContextHolderStrategy, NonBlocking.threads());
	}

	/**
	 * Return whom this thread works for. What is known around it is read now, since later
	 * the thread may do something else.
	 */
	Caller caller() {
		Authentication authentication = authentication();
		Context now = this.surroundings.at(this.clock.instant());
		return new Caller(authentication, now::later);
	}

	private @Nullable Authentication authentication() {
		Authentication known = this.contexts.get().getContext().getAuthentication();
		return (known != null) ? known : CarriedContext.authentication();
	}

	/**
	 * Let a call by this thread go on, or throw. Waits for remote checks where a thread
	 * may, and refuses where it may not.
	 * @throws InvocationRefusedException if the call is refused
	 */
	void pass(Resource method) {
		Instant now = this.clock.instant();
		AccessRequest question = question(authentication(), this.surroundings.at(now), method);
		CompletableFuture<Evaluation> decision = this.decisionPoint.decide(Gate.INVOCATION, question)
			.toCompletableFuture();
		boolean blocked = !decision.isDone() && this.nonBlocking.getAsBoolean();
		// every remote step is bounded in time, so this wait is too
		Evaluation evaluation = blocked ? this.decisionPoint.record(Gate.INVOCATION, question, WOULD_BLOCK, this.mode)
				: decision.join();
		InvocationRefusedException refused = refusal(evaluation);
		if (refused != null) {
			throw refused;
		}
	}

	/**
	 * Ask without waiting.
	 */
	CompletionStage<Evaluation> ask(Caller caller, Resource method) {
		return this.decisionPoint.decide(Gate.INVOCATION,
				question(caller.authentication(), caller.surroundings().at(this.clock.instant()), method));
	}

	static @Nullable InvocationRefusedException refusal(Evaluation evaluation) {
		return (evaluation.decision() instanceof Refusal refusal)
				? new InvocationRefusedException(evaluation.id(), refusal) : null;
	}

	private AccessRequest question(@Nullable Authentication authentication, Context context, Resource method) {
		return new AccessRequest(this.subjects.read(authentication, CredentialKind.OTHER), INVOKE, method, context);
	}

}
