package io.zerotrust.spring.web.endpoint;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.zerotrust.posture.EndpointInventory;
import io.zerotrust.spring.web.RouteProblem;

/**
 * Looks at the application before it serves: what is mapped, which rules rule something,
 * which chains read credentials safely.
 *
 * @since 0.1.0
 */
public interface Inspection {

	/**
	 * Return the methods of controllers that are mapped.
	 * @return the methods, as the mappings know them
	 */
	Set<Method> mappedMethods();

	/**
	 * Take stock of the mapped handlers.
	 * @return the inventory
	 */
	EndpointInventory inventory();

	/**
	 * Return what is wrong with the rules operators wrote.
	 * @return the problems; empty if every rule rules something
	 */
	List<RouteProblem> routeProblems();

	/**
	 * Return what is wrong between the filter chains and the credentials operators
	 * accept.
	 * @return the problems; empty if the chains read these credentials safely
	 */
	List<RouteProblem> chainProblems();

	/**
	 * Return the filter chains, looked at from outside.
	 * @return the chains; empty if Spring Security has none
	 */
	Optional<ChainSummary> chains();

	/**
	 * Return the packages of the application, as far as it is auto-configured.
	 * @return package names
	 */
	List<String> ownPackages();

	/**
	 * Return the Actuator endpoints that can be reached over HTTP, on whatever port.
	 * @return their ids, in lower case
	 */
	Set<String> actuatorEndpoints();

	/**
	 * Return what the stack has that the guard cannot stand in front of.
	 * @return the problems; empty if every handler can be guarded
	 */
	List<RouteProblem> guardProblems();

	/**
	 * Return what rewrites the address of callers from headers before the gates see it.
	 * @return the name of its type; empty if nothing of the framework does
	 */
	Optional<String> addressRewriter();

}
