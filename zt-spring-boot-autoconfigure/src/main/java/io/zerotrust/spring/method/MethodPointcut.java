package io.zerotrust.spring.method;

import java.lang.reflect.Method;
import java.util.function.Predicate;

import org.springframework.aop.ClassFilter;
import org.springframework.aop.MethodMatcher;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.StaticMethodMatcher;

/**
 * The methods of service beans that somebody ruled on.
 */
final class MethodPointcut implements Pointcut {

	private final MethodRules rules;

	private final Predicate<Class<?>> proxied;

	/**
	 * Create a pointcut.
	 * @param rules knows the rules
	 * @param proxied leaves types out that have rules but cannot be guarded
	 */
	MethodPointcut(MethodRules rules, Predicate<Class<?>> proxied) {
		this.rules = rules;
		this.proxied = proxied;
	}

	@Override
	public ClassFilter getClassFilter() {
		return (type) -> this.rules.concern(type) && this.proxied.test(type);
	}

	@Override
	public MethodMatcher getMethodMatcher() {
		return new StaticMethodMatcher() {

			@Override
			public boolean matches(Method method, Class<?> type) {
				return MethodPointcut.this.rules.ruleOn(method, type);
			}

		};
	}

}
