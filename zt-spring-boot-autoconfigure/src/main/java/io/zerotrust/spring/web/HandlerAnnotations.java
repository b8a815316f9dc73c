package io.zerotrust.spring.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;

import io.zerotrust.policy.AllowedCallers;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.Declaration;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresSenderConstrained;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;

/**
 * Reads the rules that stand at a handler: on its method, on the methods that one
 * overrides or implements, on its type, on the super-types; everywhere as
 * meta-annotations too.
 *
 * @since 0.1.0
 */
public final class HandlerAnnotations {

	private static final List<Set<Class<? extends Annotation>>> GROUPS = List.of(
			Set.of(RequiresScope.class, RequiresRole.class, PublicAccess.class, AnyAuthenticated.class),
			Set.of(AllowedCallers.class), Set.of(RequiresStepUp.class), Set.of(RequiresSenderConstrained.class),
			Set.of(Sensitivity.class));

	private static final Set<Class<? extends Annotation>> KINDS = GROUPS.stream()
		.flatMap(Set::stream)
		.collect(Collectors.toUnmodifiableSet());

	private HandlerAnnotations() {
	}

	/**
	 * Read what stands at a handler method.
	 * @param method the method
	 * @param type the type of the handler, which may be a subtype of the one that
	 * declares the method
	 * @return the levels, nearest first
	 */
	public static List<List<Declaration>> of(Method method, Class<?> type) {
		List<List<Declaration>> levels = new ArrayList<>();
		levels.add(List.of(declaration(method, KINDS)));
		addInherited(overridden(method, type), levels);
		levels.addAll(of(type));
		return levels;
	}

	/**
	 * Read what stands at a handler that is an object of its own.
	 * @param type the type of the handler
	 * @return the levels, nearest first
	 */
	public static List<List<Declaration>> of(Class<?> type) {
		List<List<Declaration>> levels = new ArrayList<>();
		levels.add(List.of(declaration(type, KINDS)));
		addInherited(superTypes(type), levels);
		return levels;
	}

	/**
	 * Read what stands at the bean method that makes a handler.
	 * @param method the bean method
	 * @return the one level there is
	 */
	public static List<List<Declaration>> ofBeanMethod(Method method) {
		return List.of(List.of(declaration(method, KINDS)));
	}

	/**
	 * Whether a rule stands at an element itself, as a meta-annotation possibly.
	 * @param element a method or a type
	 * @return {@code true} if one does
	 */
	public static boolean areAt(AnnotatedElement element) {
		return element.getDeclaredAnnotations().length > 0 && !declaration(element, KINDS).annotations().isEmpty();
	}

	/**
	 * Return the kinds of annotation that are rules.
	 * @return annotation types
	 */
	public static Set<Class<? extends Annotation>> kinds() {
		return KINDS;
	}

	/**
	 * Return where rules of a handler stand.
	 * @param type the type of the handler
	 * @return of it and its super-types those that carry a rule, at a method or
	 * themselves
	 */
	public static Set<Class<?>> ruledTypes(Class<?> type) {
		Set<Class<?>> ruled = new LinkedHashSet<>();
		List<Class<?>> candidates = new ArrayList<>(superTypes(type));
		candidates.add(type);
		for (Class<?> candidate : candidates) {
			if (areAt(candidate) || Stream.of(candidate.getDeclaredMethods()).anyMatch(HandlerAnnotations::areAt)) {
				ruled.add(candidate);
			}
		}
		return ruled;
	}

	/**
	 * Adds a level for each group of annotations, of the places that speak in the group
	 * and are not overridden by another that does.
	 */
	private static void addInherited(List<? extends AnnotatedElement> places, List<List<Declaration>> levels) {
		for (Set<Class<? extends Annotation>> group : GROUPS) {
			List<? extends AnnotatedElement> speaking = places.stream()
				.filter((place) -> !declaration(place, group).annotations().isEmpty())
				.toList();
			levels.add(speaking.stream()
				.filter((place) -> speaking.stream().noneMatch((other) -> isBelow(other, place)))
				.map((place) -> declaration(place, group))
				.toList());
		}
	}

	private static boolean isBelow(AnnotatedElement one, AnnotatedElement other) {
		Class<?> lower = typeOf(one);
		Class<?> upper = typeOf(other);
		return lower != upper && upper.isAssignableFrom(lower);
	}

	private static Class<?> typeOf(AnnotatedElement element) {
		return (element instanceof Member member) ? member.getDeclaringClass() : (Class<?>) element;
	}

	private static Declaration declaration(AnnotatedElement element, Set<Class<? extends Annotation>> group) {
		List<? extends Annotation> annotations = MergedAnnotations.from(element, SearchStrategy.DIRECT)
			.stream()
			.filter((annotation) -> group.contains(annotation.getType()))
			.map(MergedAnnotation::synthesize)
			.toList();
		return new Declaration(describe(element), annotations);
	}

	private static String describe(AnnotatedElement element) {
		return (element instanceof Method method) ? ClassUtils.getQualifiedMethodName(method)
				: ((Class<?>) element).getName();
	}

	private static List<Class<?>> superTypes(Class<?> type) {
		List<Class<?>> superTypes = new ArrayList<>();
		for (Class<?> parent = type.getSuperclass(); parent != null
				&& parent != Object.class; parent = parent.getSuperclass()) {
			superTypes.add(parent);
		}
		superTypes.addAll(ClassUtils.getAllInterfacesForClassAsSet(type));
		return superTypes;
	}

	private static List<Method> overridden(Method method, Class<?> type) {
		List<Method> overridden = new ArrayList<>();
		for (Class<?> superType : superTypes(type)) {
			for (Method candidate : superType.getDeclaredMethods()) {
				if (!candidate.equals(method) && isOverridden(candidate, method, type)) {
					overridden.add(candidate);
				}
			}
		}
		return overridden;
	}

	private static boolean isOverridden(Method candidate, Method method, Class<?> type) {
		int modifiers = candidate.getModifiers();
		if (Modifier.isStatic(modifiers) || !isInheritable(candidate, type) || candidate.isBridge()
				|| !candidate.getName().equals(method.getName())
				|| candidate.getParameterCount() != method.getParameterCount()) {
			return false;
		}
		for (int i = 0; i < candidate.getParameterCount(); i++) {
			if (parameter(candidate, i, type) != parameter(method, i, type)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isInheritable(Method method, Class<?> type) {
		int modifiers = method.getModifiers();
		if (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)) {
			return true;
		}
		boolean samePackage = method.getDeclaringClass().getPackageName().equals(type.getPackageName());
		return !Modifier.isPrivate(modifiers) && samePackage;
	}

	private static Class<?> parameter(Method method, int index, Class<?> type) {
		return ResolvableType.forMethodParameter(method, index, type).resolve(Object.class);
	}

}
