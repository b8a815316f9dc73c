package io.zerotrust.spring.method;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.util.ClassUtils;

/**
 * Looks for rules of Spring Security at methods while nobody reads them: they need
 * {@code @EnableMethodSecurity}, which Spring Boot does not set.
 */
final class InertRules {

	private static final Map<String, Rule> RULES = new LinkedHashMap<>();

	static {
		for (String name : List.of("PreAuthorize", "PostAuthorize", "PreFilter", "PostFilter")) {
			RULES.put("org.springframework.security.access.prepost." + name,
					new Rule(name, Character.toLowerCase(name.charAt(0)) + name.substring(1), "@EnableMethodSecurity"));
		}
		RULES.put("org.springframework.security.access.annotation.Secured",
				new Rule("Secured", "secured", "@EnableMethodSecurity(securedEnabled = true)"));
		for (String name : List.of("RolesAllowed", "DenyAll")) {
			RULES.put("jakarta.annotation.security." + name,
					new Rule(name, "jsr250", "@EnableMethodSecurity(jsr250Enabled = true)"));
		}
	}

	private final ListableBeanFactory beans;

	private final List<Pointcut> own;

	private final Map<Class<?>, Boolean> seen = new HashMap<>();

	private InertRules(ListableBeanFactory beans, List<Pointcut> own) {
		this.beans = beans;
		this.own = own;
	}

	static InertRules of(ListableBeanFactory beans) {
		List<Pointcut> own = new ArrayList<>();
		beans.getBeansOfType(AuthorizationAdvisor.class, true, false).forEach((name, advisor) -> {
			if (RULES.values().stream().noneMatch((rule) -> rule.interceptor().equals(name))) {
				own.add(advisor.getPointcut());
			}
		});
		return new InertRules(beans, own);
	}

	void addTo(Set<MethodProblem> problems, Class<?> type) {
		Class<?> current = type;
		while (current != null && !current.getName().startsWith("java.")) {
			inspect(problems, current, type);
			current = current.getSuperclass();
		}
		for (Class<?> above : ClassUtils.getAllInterfacesForClassAsSet(type)) {
			inspect(problems, above, type);
		}
	}

	private void inspect(Set<MethodProblem> problems, Class<?> place, Class<?> type) {
		if (this.seen.putIfAbsent(place, true) != null
				|| this.own.stream().anyMatch((p) -> AopUtils.canApply(p, type))) {
			return;
		}
		try {
			inspect(problems, place, place.getName());
			for (Method method : place.getDeclaredMethods()) {
				inspect(problems, method, ClassUtils.getQualifiedMethodName(method));
			}
		}
		catch (LinkageError ex) {
			// Spring Security could not read it either
		}
	}

	private void inspect(Set<MethodProblem> problems, AnnotatedElement element, String where) {
		if (element.getDeclaredAnnotations().length == 0) {
			return;
		}
		MergedAnnotations annotations = MergedAnnotations.from(element);
		RULES.forEach((name, rule) -> {
			if (annotations.isPresent(name) && !this.beans.containsBean(rule.interceptor())) {
				problems.add(new MethodProblem(where,
						"has @" + rule.name() + ", which nobody reads while method security is not enabled for it",
						"add " + rule.switchOn() + " to a configuration class, or remove the annotation"));
			}
		});
	}

	private record Rule(String name, String prefix, String switchOn) {

		String interceptor() {
			return this.prefix + "AuthorizationMethodInterceptor";
		}

	}

}
