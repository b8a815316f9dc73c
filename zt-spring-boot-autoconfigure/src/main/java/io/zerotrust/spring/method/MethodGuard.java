package io.zerotrust.spring.method;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ReactiveAdapter;

import io.zerotrust.access.Resource;
import io.zerotrust.check.Mode;

/**
 * Stands in front of guarded methods. Everything it needs is looked up at the first call,
 * because it is made before all other beans. A suspending function of Kotlin is decided
 * on when it is called, by the thread that calls it: one that knows nobody is refused.
 */
final class MethodGuard implements MethodInterceptor {

	private final MethodRules rules;

	private final BeanFactory beans;

	private final Mode mode;

	private final @Nullable ReactiveGuard reactive;

	private volatile @Nullable InvocationGate gate;

	MethodGuard(MethodRules rules, BeanFactory beans, Mode mode) {
		this.rules = rules;
		this.beans = beans;
		this.mode = mode;
		this.reactive = NonBlocking.REACTOR ? new ReactiveGuard() : null;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object target = invocation.getThis();
		// as Spring has it where there is no target
		Class<?> type = (target != null) ? target.getClass() : invocation.getMethod().getDeclaringClass();
		Resource method = this.rules.of(invocation.getMethod(), type);
		ReactiveGuard reactive = this.reactive;
		ReactiveAdapter adapter = (reactive != null) ? reactive.adapter(invocation.getMethod()) : null;
		if (reactive != null && adapter != null) {
			return reactive.guard(invocation, method, adapter, gate());
		}
		gate().pass(method);
		return invocation.proceed();
	}

	private InvocationGate gate() {
		InvocationGate gate = this.gate;
		if (gate == null) {
			gate = InvocationGate.of(this.beans, this.mode);
			this.gate = gate;
		}
		return gate;
	}

}
