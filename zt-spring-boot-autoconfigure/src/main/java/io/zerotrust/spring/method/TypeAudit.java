package io.zerotrust.spring.method;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.zerotrust.access.Admission;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.spring.web.HandlerAnnotations;

/**
 * Looks at the methods of a service type for rules no proxy can enforce, and for rules
 * that contradict each other.
 */
final class TypeAudit {

	private final MethodRules rules;

	private final Proxying proxying;

	TypeAudit(MethodRules rules, Proxying proxying) {
		this.rules = rules;
		this.proxying = proxying;
	}

	void addTo(Set<MethodProblem> problems, Class<?> type, boolean byInterfaces) {
		boolean subclassed = !byInterfaces && !this.proxying.byInterfaces(type);
		for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
			MethodProblem problem = method.isSynthetic() ? null : problem(method, type, subclassed);
			if (problem != null) {
				problems.add(problem);
			}
		}
	}

	private @Nullable MethodProblem problem(Method method, Class<?> type, boolean subclassed) {
		String where = ClassUtils.getQualifiedMethodName(method);
		boolean marked = HandlerAnnotations.areAt(method);
		int modifiers = method.getModifiers();
		if (method.isAnnotationPresent(Bean.class)) {
			return marked ? ControllerAudit.beanMethod(method) : null;
		}
		if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers) || ReflectionUtils.isObjectMethod(method)) {
			return marked ? new MethodProblem(where, unseen(modifiers),
					"put the rule at the method other beans call, or remove it") : null;
		}
		EndpointPolicy policy = this.rules.of(method, type).policy();
		if (policy.admission() == Admission.UNCOVERED) {
			return null;
		}
		if (policy.admission() == Admission.CONFLICTING) {
			return new MethodProblem(this.rules.of(method, type).id(), "has rules that conflict: " + policy.origin(),
					"let one of them stand, or say the same at both");
		}
		return subclassed ? hidden(method, type, marked) : null;
	}

	private static String unseen(int modifiers) {
		if (Modifier.isPrivate(modifiers)) {
			return "is private, so its rule would never be asked";
		}
		return Modifier.isStatic(modifiers) ? "is static, so its rule would never be asked"
				: "is a method of Object, which no rule is asked for";
	}

	/**
	 * A method that a subclass cannot override runs on the proxy itself, unguarded. Those
	 * of Spring's base classes are known to do no harm.
	 */
	private static @Nullable MethodProblem hidden(Method method, Class<?> type, boolean marked) {
		String where = ClassUtils.getQualifiedMethodName(method);
		Class<?> declaring = method.getDeclaringClass();
		int modifiers = method.getModifiers();
		String by = marked ? "its rule" : "the rule at its type";
		if (Modifier.isFinal(modifiers) && (marked || !declaring.getName().startsWith("org.springframework."))) {
			return new MethodProblem(where, "is final, so " + by + " could not be enforced",
					"remove final, or make the method private");
		}
		boolean packaged = !Modifier.isPublic(modifiers) && !Modifier.isProtected(modifiers);
		if (packaged && !declaring.getPackageName().equals(type.getPackageName())) {
			return new MethodProblem(where, "is visible in its package only, and " + type.getName()
					+ " is in another, so " + by + " could not be enforced", "make the method protected or public");
		}
		return null;
	}

}
