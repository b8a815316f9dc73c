package io.zerotrust.spring.method;

import java.time.Clock;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Instrumentation;
import io.zerotrust.decision.Refusal;
import io.zerotrust.spring.web.SubjectReader;

/**
 * Asks at {@code INVOCATION} whether whom this thread works for may call a method, now.
 */
final class InvocationGate {

	private static final Action INVOKE = new Action("invoke");

	private final DecisionPoint decisionPoint;

	private final SubjectReader subjects;

	private final Surroundings surroundings;

	private final Clock clock;

	private final Supplier<SecurityContextHolderStrategy> contexts;

	private InvocationGate(DecisionPoint decisionPoint, SubjectReader subjects, Surroundings surroundings, Clock clock,
			Supplier<SecurityContextHolderStrategy> contexts) {
		this.decisionPoint = decisionPoint;
		this.subjects = subjects;
		this.surroundings = surroundings;
		this.clock = clock;
		this.contexts = contexts;
	}

	static InvocationGate of(BeanFactory beans) {
		SecurityContextHolderStrategy own = beans.getBeanProvider(SecurityContextHolderStrategy.class).getIfUnique();
		Instrumentation instrumentation = Instrumentation
			.all(beans.getBeanProvider(Instrumentation.class).orderedStream());
		return new InvocationGate(instrumentation.instrument(beans.getBean(DecisionPoint.class)),
				beans.getBean(SubjectReader.class),
				beans.getBeanProvider(Surroundings.class).getIfUnique(() -> Context::at),
				beans.getBeanProvider(Clock.class).getIfUnique(Clock::systemUTC),
				(own != null) ? () -> own : SecurityContextHolder::getContextHolderStrategy);
	}

	/**
	 * Let the call go on, or throw.
	 * @throws InvocationRefusedException if the call is refused
	 */
	void pass(Resource method) {
		Authentication authentication = this.contexts.get().getContext().getAuthentication();
		Subject subject = this.subjects.read(authentication, CredentialKind.OTHER);
		Context context = this.surroundings.at(this.clock.instant());
		AccessRequest question = new AccessRequest(subject, INVOKE, method, context);
		// every remote step is bounded in time, so this wait is too
		Evaluation evaluation = this.decisionPoint.decide(Gate.INVOCATION, question).toCompletableFuture().join();
		if (evaluation.decision() instanceof Refusal refusal) {
			throw new InvocationRefusedException(evaluation.id(), refusal);
		}
	}

}
