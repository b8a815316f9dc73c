package io.zerotrust.spring.method;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;

/**
 * Stands in front of guarded methods. Everything it needs is looked up at the first call,
 * because it is made before all other beans.
 */
final class MethodGuard implements MethodInterceptor {

	private final MethodRules rules;

	private final BeanFactory beans;

	private volatile @Nullable InvocationGate gate;

	MethodGuard(MethodRules rules, BeanFactory beans) {
		this.rules = rules;
		this.beans = beans;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object target = invocation.getThis();
		// as Spring has it where there is no target
		Class<?> type = (target != null) ? target.getClass() : invocation.getMethod().getDeclaringClass();
		gate().pass(this.rules.of(invocation.getMethod(), type));
		return invocation.proceed();
	}

	private InvocationGate gate() {
		InvocationGate gate = this.gate;
		if (gate == null) {
			gate = InvocationGate.of(this.beans);
			this.gate = gate;
		}
		return gate;
	}

}
