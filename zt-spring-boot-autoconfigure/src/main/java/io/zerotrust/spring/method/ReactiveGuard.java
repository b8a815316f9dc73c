package io.zerotrust.spring.method;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.interceptor.ExposeInvocationInterceptor;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;

import io.zerotrust.access.Resource;

/**
 * Stands in front of methods that return something to subscribe to. They run when, and as
 * often as, somebody subscribes; so do the decisions, for whom the subscriber works.
 * Nothing of the method runs before the permit. Loaded only where Reactor is.
 */
final class ReactiveGuard {

	private final ReactiveAdapterRegistry registry = ReactiveAdapterRegistry.getSharedInstance();

	private final Map<Class<?>, Optional<ReactiveAdapter>> adapters = new ConcurrentHashMap<>();

	/**
	 * Return what knows the return type of a method.
	 * @return the adapter, or {@code null} if the method runs when it is called
	 */
	@Nullable ReactiveAdapter adapter(Method method) {
		Optional<ReactiveAdapter> known = this.adapters.get(method.getReturnType());
		return ((known != null) ? known : find(method.getReturnType())).orElse(null);
	}

	private Optional<ReactiveAdapter> find(Class<?> type) {
		ReactiveAdapter adapter = this.registry.getAdapter(type);
		// to return a subclass of a reactive type is beyond the adapter
		boolean fits = adapter != null && adapter.getDescriptor().isDeferred()
				&& type.isAssignableFrom(adapter.getReactiveType());
		Optional<ReactiveAdapter> found = fits ? Optional.ofNullable(adapter) : Optional.empty();
		this.adapters.put(type, found);
		return found;
	}

	/**
	 * Return what runs the method for each subscriber who may.
	 */
	Object guard(MethodInvocation invocation, Resource method, ReactiveAdapter adapter, InvocationGate gate) {
		Caller thread = gate.caller();
		Mono<Void> permit = Mono
			.deferContextual((context) -> caller(context, thread)
				.flatMap((caller) -> Mono.fromCompletionStage(() -> gate.ask(caller, method))))
			.flatMap((evaluation) -> {
				InvocationRefusedException refused = InvocationGate.refusal(evaluation);
				return (refused != null) ? Mono.error(refused) : Mono.empty();
			});
		Publisher<Object> body = adapter.isMultiValue() ? Flux.defer(() -> run(invocation, adapter))
				: Mono.defer(() -> Mono.from(run(invocation, adapter)));
		return adapter.fromPublisher(adapter.isMultiValue() ? permit.thenMany(body) : permit.then(Mono.from(body)));
	}

	/**
	 * Return for whom a subscriber works. Where its context is silent, as in servlet
	 * applications, that is for whom the method was called.
	 */
	private static Mono<Caller> caller(ContextView context, Caller thread) {
		Surroundings surroundings = ReactiveSurroundings.in(context, thread.surroundings());
		if (!context.hasKey(SecurityContext.class)) {
			return Mono.just(new Caller(thread.authentication(), surroundings));
		}
		return ReactiveSecurityContextHolder.getContext()
			.map((known) -> new Caller(known.getAuthentication(), surroundings))
			.defaultIfEmpty(new Caller(null, surroundings));
	}

	/**
	 * Runs the rest of the chain once. An invocation goes its way only once, so each
	 * subscriber has its own.
	 */
	private static Publisher<Object> run(MethodInvocation invocation, ReactiveAdapter adapter) {
		try {
			MethodInvocation own = (invocation instanceof ProxyMethodInvocation proxied) ? proxied.invocableClone()
					: invocation;
			// advice of AspectJ behind us looks for the invocation at its thread
			return adapter.toPublisher(ExposeInvocationInterceptor.INSTANCE.invoke(own));
		}
		catch (Throwable ex) {
			return Mono.error(ex);
		}
	}

}
