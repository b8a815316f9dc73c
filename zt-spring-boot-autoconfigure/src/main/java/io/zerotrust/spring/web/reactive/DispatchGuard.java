package io.zerotrust.spring.web.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import io.zerotrust.access.Subject;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.endpoint.Target;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Stands before every handler, before its arguments are bound: the handler that is about
 * to run is the one that was decided on, or it is decided on now. WebFlux knows no
 * interceptors; this is the first of its handler adapters, and leads to the others.
 */
final class DispatchGuard implements HandlerAdapter, PriorityOrdered {

	private static final Deny UNLISTED = Deny
		.of(new Reason("resource.unlisted", "not under zt.public-resources, so not there when enforced"));

	private final Gatekeeper gatekeeper;

	private final Targets targets;

	private final HandlerResolver resolver;

	private final Map<ApplicationContext, List<HandlerAdapter>> adapters = new ConcurrentHashMap<>();

	DispatchGuard(Gatekeeper gatekeeper, Targets targets, HandlerResolver resolver) {
		this.gatekeeper = gatekeeper;
		this.targets = targets;
		this.resolver = resolver;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return true;
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		Target actual = this.targets.of(handler, HandlerResolver.pattern(exchange), exchange);
		Verdict verdict = Verdicts.of(exchange);
		return subject(verdict, exchange).flatMap((subject) -> isRefused(exchange, verdict, subject, actual)
			.flatMap((refused) -> refused ? Mono.empty() : dispatch(exchange, handler, subject, actual)));
	}

	private Mono<Boolean> isRefused(ServerWebExchange exchange, @Nullable Verdict verdict, Subject subject,
			Target actual) {
		boolean decided = verdict != null && verdict.isPermitted() && actual.leadsTo(verdict.target());
		return decided ? Mono.just(Boolean.FALSE)
				: this.gatekeeper.access(exchange, subject, actual.about(HandlerResolver.objects(exchange)))
					.flatMap((evaluation) -> this.gatekeeper.refuse(evaluation, exchange));
	}

	private Mono<HandlerResult> dispatch(ServerWebExchange exchange, Object handler, Subject subject, Target actual) {
		Verdicts.attach(new Verdict(actual, subject, Stage.DISPATCHED), exchange);
		boolean unlisted = actual.isNothing();
		if (unlisted && !this.gatekeeper.observes()) {
			// an unlisted resource is not there, and WebFlux says so as for any other
			// path
			return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
		}
		HandlerAdapter adapter = adapter(exchange, handler);
		if (adapter == null) {
			return Mono.error(new IllegalStateException("No HandlerAdapter: " + handler.getClass().getName()));
		}
		Mono<HandlerResult> result = adapter.handle(exchange, handler).map(this::refusing);
		return unlisted ? result.doOnSuccess((done) -> this.gatekeeper.record(exchange, UNLISTED)) : result;
	}

	/**
	 * Answer for guarded methods that are refused while the result is written, before
	 * handlers of exceptions turn that into something else.
	 */
	private HandlerResult refusing(HandlerResult result) {
		DispatchExceptionHandler own = result.getExceptionHandler();
		result.setExceptionHandler((exchange, failure) -> {
			InvocationRefusedException refused = InvocationRefusedException.in(failure);
			if (refused != null) {
				return this.gatekeeper.refuse(refused, exchange).then(Mono.empty());
			}
			return (own != null) ? own.handleError(exchange, failure) : Mono.error(failure);
		});
		return result;
	}

	private Mono<Subject> subject(@Nullable Verdict verdict, ServerWebExchange exchange) {
		return (verdict != null && !verdict.subject().isAnonymous()) ? Mono.just(verdict.subject())
				: this.gatekeeper.subject(exchange);
	}

	private @Nullable HandlerAdapter adapter(ServerWebExchange exchange, Object handler) {
		for (HandlerAdapter adapter : this.adapters.computeIfAbsent(this.resolver.context(exchange),
				DispatchGuard::find)) {
			if (adapter.supports(handler)) {
				return adapter;
			}
		}
		return null;
	}

	private static List<HandlerAdapter> find(ApplicationContext context) {
		List<HandlerAdapter> found = new ArrayList<>(
				BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerAdapter.class, true, false).values());
		found.removeIf(DispatchGuard.class::isInstance);
		AnnotationAwareOrderComparator.sort(found);
		return List.copyOf(found);
	}

}
