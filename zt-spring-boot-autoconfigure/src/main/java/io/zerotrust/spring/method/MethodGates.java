package io.zerotrust.spring.method;

import java.util.List;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;

import io.zerotrust.check.Mode;

/**
 * Everything that stands between a caller and a method of a service bean somebody ruled
 * on. Put together here, registered by auto-configuration.
 *
 * @since 0.1.0
 */
public final class MethodGates {

	/**
	 * The order among the interceptors of a method: before any that could answer in its
	 * stead, a cache for one, and before Spring Security's.
	 */
	public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

	private final ConfigurableListableBeanFactory beans;

	private final Mode mode;

	private final MethodRules rules;

	private final Obstacles obstacles;

	private final Proxying proxying;

	/**
	 * Put the gates together. Nothing is looked up yet.
	 * @param beans the bean factory of the application
	 * @param mode whether refusals are enforced
	 */
	public MethodGates(ConfigurableListableBeanFactory beans, Mode mode) {
		this.beans = beans;
		this.mode = mode;
		this.rules = new MethodRules(
				SingletonSupplier.of(() -> beans.getBeanNamesForType(MappedMethods.class, false, false).length > 0));
		this.proxying = new Proxying(beans);
		this.obstacles = new Obstacles(this.proxying, this.rules, mode == Mode.OBSERVE);
	}

	/**
	 * Return what puts the guard in front of methods.
	 * @return the advisor, for an auto-proxy creator
	 */
	public Advisor advisor() {
		DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
				new MethodPointcut(this.rules, this.obstacles::isProxied),
				new MethodGuard(this.rules, this.beans, this.mode));
		advisor.setOrder(ORDER);
		return advisor;
	}

	/**
	 * Look for rules that would not hold. Makes no bean.
	 * @return what is wrong
	 */
	public List<MethodProblem> problems() {
		MethodAudit audit = new MethodAudit(this.beans, this.rules, this.obstacles,
				new TypeAudit(this.rules, this.proxying), ControllerAudit.of(this.beans), InertRules.of(this.beans));
		return audit.problems();
	}

}
