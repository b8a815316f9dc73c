package io.zerotrust.spring.method;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.zerotrust.access.Admission;
import io.zerotrust.access.Resource;
import io.zerotrust.policy.PolicyCompiler;
import io.zerotrust.spring.web.HandlerAnnotations;

/**
 * The rules of service methods, compiled when they are first asked for. What is kept is
 * bounded by the methods there are.
 */
final class MethodRules {

	private final Map<Class<?>, Boolean> speaking = new ConcurrentHashMap<>();

	private final Map<Key, Resource> resources = new ConcurrentHashMap<>();

	private final Set<MethodProblem> unreadable = ConcurrentHashMap.newKeySet();

	private final Supplier<Boolean> mapping;

	/**
	 * Create the rules.
	 * @param mapping whether anybody maps controllers and asks for their rules; otherwise
	 * they are services
	 */
	MethodRules(Supplier<Boolean> mapping) {
		this.mapping = mapping;
	}

	/**
	 * Return what a call reaches, and what that demands.
	 * @param method the method called, on an interface or a super-type possibly
	 * @param type the type of the object it is called on
	 */
	Resource of(Method method, Class<?> type) {
		Key key = new Key(method, type);
		Resource known = this.resources.get(key);
		return (known != null) ? known : remember(key);
	}

	private Resource remember(Key key) {
		Class<?> type = ClassUtils.getUserClass(key.type());
		Method method = AopUtils.getMostSpecificMethod(key.method(), type);
		Class<?> named = Proxy.isProxyClass(type) ? method.getDeclaringClass() : type;
		Resource resource = new Resource("method", ClassUtils.getQualifiedMethodName(method, named),
				PolicyCompiler.compile(HandlerAnnotations.of(method, type)));
		Resource before = this.resources.putIfAbsent(key, resource);
		return (before != null) ? before : resource;
	}

	/**
	 * Whether somebody ruled on the method, and calls of it can be seen at all.
	 */
	boolean ruleOn(Method method, Class<?> type) {
		int modifiers = method.getModifiers();
		return !Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers)
				&& !ReflectionUtils.isObjectMethod(method) && !method.isAnnotationPresent(Bean.class)
				&& of(method, type).policy().admission() != Admission.UNCOVERED;
	}

	/**
	 * Whether rules stand at services of a type, at its methods or its super-types.
	 */
	boolean concern(Class<?> type) {
		Class<?> user = ClassUtils.getUserClass(type);
		return speaks(user) && !HandlerTypes.isHandler(user) && !HandlerTypes.isConfiguration(user) && !isMapped(user);
	}

	/**
	 * Whether a type is a controller whose rules are asked for before requests reach it.
	 */
	boolean isMapped(Class<?> type) {
		return HandlerTypes.isController(type) && this.mapping.get();
	}

	/**
	 * Whether rules stand anywhere about a type.
	 */
	boolean speaks(Class<?> type) {
		Boolean known = this.speaking.get(type);
		if (known != null) {
			return known;
		}
		boolean speaks = declares(type) || speaksAbove(type);
		this.speaking.put(type, speaks);
		return speaks;
	}

	private boolean speaksAbove(Class<?> type) {
		Class<?> parent = type.getSuperclass();
		if (parent != null && speaks(parent)) {
			return true;
		}
		for (Class<?> above : type.getInterfaces()) {
			if (speaks(above)) {
				return true;
			}
		}
		return false;
	}

	private boolean declares(Class<?> type) {
		if (type.getName().startsWith("java.")) {
			return false;
		}
		try {
			return HandlerAnnotations.areAt(type) || declaresAtMethods(type);
		}
		catch (LinkageError ex) {
			// none of ours stand at Spring's own types, which often lack optional parts
			if (!type.getName().startsWith("org.springframework.")) {
				this.unreadable.add(new MethodProblem(type.getName(), "cannot be looked at for rules: " + ex,
						"add the missing class to the class path"));
			}
			return false;
		}
	}

	private static boolean declaresAtMethods(Class<?> type) {
		for (Method method : type.getDeclaredMethods()) {
			if (HandlerAnnotations.areAt(method)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the types that could not be looked at.
	 */
	Set<MethodProblem> unreadable() {
		return Set.copyOf(this.unreadable);
	}

	private record Key(Method method, Class<?> type) {

	}

}
