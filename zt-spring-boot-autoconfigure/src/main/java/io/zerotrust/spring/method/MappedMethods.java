package io.zerotrust.spring.method;

import java.lang.reflect.Method;
import java.util.Collection;

/**
 * Tells which methods of controllers requests can reach.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MappedMethods {

	/**
	 * Return the methods that are mapped.
	 * @return the methods, as the mappings know them
	 */
	Collection<Method> all();

}
