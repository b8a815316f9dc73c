package io.zerotrust.spring.web.endpoint;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.web.annotation.ControllerEndpoint;
import org.springframework.boot.actuate.endpoint.web.annotation.ControllerEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.annotation.RestControllerEndpoint;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.spring.web.ActuatorRules;
import io.zerotrust.spring.web.endpoint.SystemHandlers.Operation;

/**
 * Actuator endpoints that are controllers. Spring Boot has deprecated them; Spring Cloud
 * Gateway still has one. What is mapped for GET alone reads, all else writes.
 *
 * @since 0.1.0
 */
@SuppressWarnings("removal")
public final class ControllerEndpoints {

	private static final Set<RequestMethod> READING = Set.of(RequestMethod.GET, RequestMethod.HEAD);

	private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return AnnotatedElementUtils.hasAnnotation(type, RestControllerEndpoint.class)
					|| AnnotatedElementUtils.hasAnnotation(type, ControllerEndpoint.class);
		}

	};

	private ControllerEndpoints() {
	}

	/**
	 * Whether a type is such an endpoint.
	 */
	public static boolean isOne(Class<?> type) {
		return KNOWN.get(type);
	}

	/**
	 * Return the ids of those that can be reached over HTTP.
	 * @param context the application
	 */
	public static Set<String> ids(ApplicationContext context) {
		Set<String> ids = new TreeSet<>();
		context.getBeanProvider(ControllerEndpointsSupplier.class)
			.ifUnique((supplier) -> supplier.getEndpoints()
				.forEach((endpoint) -> ids.add(endpoint.getEndpointId().toLowerCaseString())));
		return ids;
	}

	/**
	 * Return the operation behind a handler.
	 * @param handler a method of such an endpoint
	 * @param rules what operations demand
	 */
	public static Operation operation(HandlerMethod handler, ActuatorRules rules) {
		Endpoint endpoint = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Endpoint.class);
		if (endpoint == null) {
			throw new IllegalArgumentException("no endpoint: " + handler.getBeanType());
		}
		EndpointId id = EndpointId.of(endpoint.id());
		return new Operation("Actuator endpoint " + id, rules.policyOf(id, isRead(handler)));
	}

	private static boolean isRead(HandlerMethod handler) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
		return mapping != null && mapping.method().length > 0 && READING.containsAll(Set.of(mapping.method()));
	}

}
