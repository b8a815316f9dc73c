package io.zerotrust.spring.method;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.util.ClassUtils;

/**
 * What becomes of types that have rules but cannot have a proxy: no bean of such a type
 * is made, so that no method runs unguarded. While observing they are left alone.
 */
final class Obstacles {

	private static final Log logger = LogFactory.getLog(Obstacles.class);

	private final Proxying proxying;

	private final MethodPointcut guarded;

	private final boolean observing;

	private final TypeAudit types;

	private final Set<Class<?>> told = ConcurrentHashMap.newKeySet();

	private final Set<Class<?>> proxied = ConcurrentHashMap.newKeySet();

	private volatile boolean started;

	Obstacles(Proxying proxying, MethodRules rules, boolean observing) {
		this.proxying = proxying;
		this.types = new TypeAudit(rules, proxying);
		this.guarded = new MethodPointcut(rules, (type) -> true);
		this.observing = observing;
	}

	/**
	 * Describe what stands in the way.
	 * @param type a type with rules
	 * @return the problem, or {@code null} if the type can have a proxy or needs none
	 */
	@Nullable MethodProblem problem(Class<?> type) {
		String obstacle = this.proxying.obstacle(type);
		if (obstacle == null || !AopUtils.canApply(this.guarded, type)) {
			return null;
		}
		return new MethodProblem(type.getName(), obstacle + ", so nobody can stand in front of its methods",
				"make it an open class, or put the rules at the class that calls it");
	}

	/**
	 * Whether a proxy may be made for a type with rules.
	 * @throws UnguardedMethodsException if none can be and refusals are enforced
	 */
	boolean isProxied(Class<?> bean) {
		Class<?> type = ClassUtils.getUserClass(bean);
		MethodProblem problem = problem(type);
		if (problem == null) {
			verifyLate(type);
			return true;
		}
		if (!this.observing) {
			throw new UnguardedMethodsException(List.of(problem));
		}
		if (this.told.add(type)) {
			warn(problem);
		}
		return false;
	}

	/**
	 * Verify the methods of a type that showed after everybody looked around.
	 */
	private void verifyLate(Class<?> type) {
		if (!this.proxied.add(type) || !this.started) {
			return;
		}
		Set<MethodProblem> late = new LinkedHashSet<>();
		this.types.addTo(late, type, false);
		if (!late.isEmpty() && !this.observing) {
			this.proxied.remove(type);
			throw new UnguardedMethodsException(List.copyOf(late));
		}
		late.forEach(Obstacles::warn);
	}

	private static void warn(MethodProblem problem) {
		logger.warn("zt would not start: " + problem.where() + " " + problem.what() + "; " + problem.fix());
	}

	/**
	 * Return the types that have a proxy so far, some of which no bean definition tells.
	 */
	Set<Class<?>> proxied() {
		return Set.copyOf(this.proxied);
	}

	/**
	 * Look at the methods of every other type when it shows.
	 * @param seen the types whose methods were looked at
	 */
	void start(Set<Class<?>> seen) {
		this.proxied.addAll(seen);
		this.started = true;
	}

	/**
	 * Whether the obstacle of a type was logged already.
	 */
	boolean isTold(Class<?> type) {
		return this.told.contains(type);
	}

}
