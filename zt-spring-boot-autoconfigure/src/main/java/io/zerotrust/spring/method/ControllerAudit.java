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
 * Looks for dead rules: at methods of controllers that no request reaches, at methods of
 * other handlers, and in configuration classes.
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
		Set<Class<?>> interfaces = ClassUtils.getAllInterfacesForClassAsSet(type);
		if (configuration) {
			for (Class<?> place = type; place != null; place = place.getSuperclass()) {
				addTo(problems, place, type);
			}
			interfaces.forEach((place) -> addTo(problems, place, type));
		}
		for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
			addTo(problems, method, type, configuration);
		}
		for (Class<?> above : interfaces) {
			for (Method method : above.getDeclaredMethods()) {
				addTo(problems, method, type, configuration);
			}
		}
	}

	private static void addTo(Set<MethodProblem> problems, Class<?> place, Class<?> type) {
		if (HandlerAnnotations.areAt(place)) {
			problems.add(new MethodProblem(place.getName(),
					(place == type) ? "is a configuration class, where no rule is asked for"
							: "rules over " + type.getName() + ", a configuration class, where no rule is asked for",
					"put the rule at the beans it makes"));
		}
	}

	private void addTo(Set<MethodProblem> problems, Method method, Class<?> type, boolean configuration) {
		MethodProblem problem = HandlerAnnotations.areAt(method) ? problem(method, type, configuration) : null;
		if (problem != null) {
			problems.add(problem);
		}
	}

	private @Nullable MethodProblem problem(Method method, Class<?> type, boolean configuration) {
		if (method.isAnnotationPresent(Bean.class)) {
			return beanMethod(method);
		}
		String where = ClassUtils.getQualifiedMethodName(method);
		if (configuration) {
			return new MethodProblem(where, "is in a configuration class, where no rule is asked for",
					"move the method to a bean of its own");
		}
		if (!HandlerTypes.isController(type)) {
			return new MethodProblem(where, "is in a handler, where rules are read at the type alone",
					"put the rule at " + type.getName() + ", or move the method to a bean of its own");
		}
		if (this.mapped == null || isMapped(this.mapped, method, type)) {
			return null;
		}
		return new MethodProblem(where, "is in a controller but mapped nowhere, so its rule would never be asked",
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
