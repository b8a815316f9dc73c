package io.zerotrust.spring.method;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.target.EmptyTargetSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Looks at every bean for rules at methods that would not hold. Beans that are not made
 * yet are known by their type alone, and stay unmade.
 */
final class MethodAudit {

	private final ConfigurableListableBeanFactory beans;

	private final MethodRules rules;

	private final Obstacles obstacles;

	private final TypeAudit types;

	private final ControllerAudit controllers;

	private final InertRules inert;

	private final MethodPointcut guarded;

	private final Set<Class<?>> seen = new HashSet<>();

	private final Set<MethodProblem> problems = new LinkedHashSet<>();

	MethodAudit(ConfigurableListableBeanFactory beans, MethodRules rules, Obstacles obstacles, TypeAudit types,
			ControllerAudit controllers, InertRules inert) {
		this.beans = beans;
		this.rules = rules;
		this.obstacles = obstacles;
		this.types = types;
		this.controllers = controllers;
		this.inert = inert;
		this.guarded = new MethodPointcut(rules, (type) -> true);
	}

	List<MethodProblem> problems() {
		StandIns standIns = this.beans.getBeanProvider(StandIns.class).getIfUnique(() -> (bean) -> false);
		this.beans.getBeanNamesIterator().forEachRemaining((name) -> {
			Object bean = made(name);
			if (bean == null || !standIns.contain(bean)) {
				inspect(name, bean);
			}
		});
		inspectParent(this.beans.getParentBeanFactory());
		for (Class<?> type : this.obstacles.proxied()) {
			if (this.seen.add(type)) {
				inspect(type, null);
			}
		}
		this.obstacles.start(this.seen);
		this.problems.addAll(this.rules.unreadable());
		return List.copyOf(this.problems);
	}

	/**
	 * Return a bean, or what a factory makes whose product has rules: nobody can tell
	 * whether it was made, and when.
	 */
	private @Nullable Object made(String name) {
		Object made = this.beans.containsSingleton(name) ? this.beans.getSingleton(name) : null;
		if (!(made instanceof FactoryBean<?> factory)) {
			return made;
		}
		Class<?> product = this.beans.getType(name, false);
		boolean ruled = product != null && factory.isSingleton() && this.rules.concern(product);
		return ruled ? this.beans.getBean(name) : null;
	}

	/**
	 * The guard of this context stands in front of its own beans alone.
	 */
	private void inspectParent(@Nullable BeanFactory parent) {
		if (!(parent instanceof ConfigurableListableBeanFactory factory)) {
			return;
		}
		if (factory.getBeanNamesForType(MethodGates.class, false, false).length == 0) {
			factory.getBeanNamesIterator().forEachRemaining((name) -> {
				Class<?> type = factory.containsBean(name) ? factory.getType(name, false) : null;
				if (type != null && isRuled(ClassUtils.getUserClass(type))) {
					this.problems.add(new MethodProblem(ClassUtils.getUserClass(type).getName(),
							"is, as bean '" + name + "', in a parent context without a guard, so its rules are not "
									+ "enforced",
							"move it to this context, or enable auto-configuration in the parent too"));
				}
			});
		}
		inspectParent(factory.getParentBeanFactory());
	}

	private void inspect(String name, @Nullable Object bean) {
		Class<?> known = (bean != null) ? AopProxyUtils.ultimateTargetClass(bean) : typeOf(name);
		if (known == null) {
			return;
		}
		Class<?> type = ClassUtils.getUserClass(known);
		if (this.seen.add(type)) {
			inspect(type, bean);
		}
		if (bean != null && (isRuled(type) || isRuledProxy(bean, type)) && !isGuarded(bean, type)) {
			this.problems.add(new MethodProblem(type.getName(),
					"was made, as bean '" + name + "', "
							+ "before the guard or beside the container, so its rules are not enforced",
					"let no BeanPostProcessor or BeanFactoryPostProcessor need it (inject an ObjectProvider there), "
							+ "and register no finished object"));
		}
	}

	private boolean isRuled(Class<?> type) {
		return this.rules.concern(type) && this.obstacles.problem(type) == null
				&& AopUtils.canApply(this.guarded, type);
	}

	/**
	 * Whether the rules stand at what a proxy shows, and not at what is behind it, as
	 * with a repository.
	 */
	private boolean isRuledProxy(Object bean, Class<?> type) {
		return !this.rules.speaks(type) && isRuled(ClassUtils.getUserClass(bean));
	}

	private void inspect(Class<?> type, @Nullable Object bean) {
		this.inert.addTo(this.problems, type);
		if (!this.rules.speaks(type)) {
			return;
		}
		if (HandlerTypes.isConfiguration(type) || this.rules.isMapped(type) || HandlerTypes.isHandler(type)) {
			this.controllers.addTo(this.problems, type);
		}
		else {
			MethodProblem obstacle = this.obstacles.problem(type);
			if (obstacle != null && !this.obstacles.isTold(type)) {
				this.problems.add(obstacle);
			}
			this.types.addTo(this.problems, type, bean != null && AopUtils.isJdkDynamicProxy(bean));
		}
	}

	private @Nullable Class<?> typeOf(String name) {
		Object target = this.beans.containsBeanDefinition(name)
				? this.beans.getBeanDefinition(name).getAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE)
				: null;
		return (target instanceof Class<?> type) ? type : this.beans.getType(name, false);
	}

	/**
	 * Whether our guard stands in front of a bean. What somebody else has wrapped cannot
	 * be looked into and is taken as guarded.
	 */
	private static boolean isGuarded(Object bean, Class<?> type) {
		Object current = bean;
		while (current instanceof Advised advised) {
			for (Advisor advisor : advised.getAdvisors()) {
				if (advisor.getAdvice() instanceof MethodGuard) {
					return true;
				}
			}
			if (advised.getTargetSource() instanceof EmptyTargetSource) {
				return false;
			}
			current = AopProxyUtils.getSingletonTarget(current);
		}
		return current == null || ClassUtils.getUserClass(current) != type;
	}

}
