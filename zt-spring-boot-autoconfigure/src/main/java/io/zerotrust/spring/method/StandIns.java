package io.zerotrust.spring.method;

/**
 * Tells beans that only stand in for others, mocks in tests for example. They run no code
 * that needs a guard. There are none unless a bean of this type says so.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StandIns {

	/**
	 * Whether a bean stands in for another.
	 * @param bean the bean
	 * @return {@code true} if nobody needs to stand in front of it
	 */
	boolean contain(Object bean);

}
