package io.zerotrust.spring.method;

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

	private final Set<Class<?>> told = ConcurrentHashMap.newKeySet();

	Obstacles(Proxying proxying, MethodRules rules, boolean observing) {
		this.proxying = proxying;
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
			return true;
		}
		if (!this.observing) {
			throw new UnguardedMethodsException(List.of(problem));
		}
		if (this.told.add(type)) {
			logger.warn("zt would not start: " + problem.where() + " " + problem.what() + "; " + problem.fix());
		}
		return false;
	}

	/**
	 * Whether the obstacle of a type was logged already.
	 */
	boolean isTold(Class<?> type) {
		return this.told.contains(type);
	}

}
