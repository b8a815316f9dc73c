package io.zerotrust.spring.method;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.zerotrust.spring.web.HandlerAnnotations;

/**
 * Looks for dead rules: at methods of controllers that no request reaches, and in
 * configuration classes.
 */
final class ControllerAudit {

	private final @Nullable Collection<Method> mapped;

	private ControllerAudit(@Nullable Collection<Method> mapped) {
		this.mapped = mapped;
	}

	static ControllerAudit of(BeanFactory beans) {
		MappedMethods methods = beans.getBeanProvider(MappedMethods.class).getIfUnique();
		return new ControllerAudit((methods != null) ? methods.all() : null);
	}

	void addTo(Set<MethodProblem> problems, Class<?> type) {
		boolean configuration = HandlerTypes.isConfiguration(type);
		if (configuration && HandlerAnnotations.areAt(type)) {
			problems.add(new MethodProblem(type.getName(), "is a configuration class, where no rule is asked for",
					"put the rule at the beans it makes"));
		}
		for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
			MethodProblem problem = HandlerAnnotations.areAt(method) ? problem(method, type, configuration) : null;
			if (problem != null) {
				problems.add(problem);
			}
		}
	}

	private @Nullable MethodProblem problem(Method method, Class<?> type, boolean configuration) {
		if (method.isAnnotationPresent(Bean.class)) {
			return beanMethod(method);
		}
		if (configuration) {
			return new MethodProblem(ClassUtils.getQualifiedMethodName(method),
					"is in a configuration class, where no rule is asked for", "move the method to a bean of its own");
		}
		if (this.mapped == null || isMapped(this.mapped, method, type)) {
			return null;
		}
		return new MethodProblem(ClassUtils.getQualifiedMethodName(method),
				"is in a controller but mapped nowhere, so its rule would never be asked",
				"map it, move it to a service, or remove the rule");
	}

	private static boolean isMapped(Collection<Method> mapped, Method method, Class<?> type) {
		Method specific = AopUtils.getMostSpecificMethod(method, type);
		for (Method handler : mapped) {
			if (handler.getName().equals(method.getName()) && handler.getDeclaringClass().isAssignableFrom(type)
					&& AopUtils.getMostSpecificMethod(handler, type).equals(specific)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A rule at a bean method holds for handlers of requests alone.
	 */
	static @Nullable MethodProblem beanMethod(Method method) {
		if (HandlerTypes.isHandler(method.getReturnType())) {
			return null;
		}
		return new MethodProblem(ClassUtils.getQualifiedMethodName(method),
				"makes a bean that handles no requests, so its rule would never be asked",
				"put the rule at " + method.getReturnType().getName());
	}

}
