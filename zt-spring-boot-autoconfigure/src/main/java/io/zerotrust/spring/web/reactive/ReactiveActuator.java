package io.zerotrust.spring.web.reactive;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;
import org.springframework.boot.webflux.actuate.endpoint.web.AbstractWebFluxEndpointHandlerMapping;
import org.springframework.boot.webflux.actuate.endpoint.web.AdditionalHealthEndpointPathsWebFluxHandlerMapping;
import org.springframework.boot.webflux.actuate.endpoint.web.WebFluxEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

import io.zerotrust.spring.web.ActuatorRules;
import io.zerotrust.spring.web.ActuatorSettings;
import io.zerotrust.spring.web.endpoint.ActuatorHandlers;
import io.zerotrust.spring.web.endpoint.ActuatorOperations;
import io.zerotrust.spring.web.endpoint.BootHandlers;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * The Actuator as Boot maps it into WebFlux.
 */
final class ReactiveActuator {

	private ReactiveActuator() {
	}

	static SystemHandlers handlers(ActuatorSettings settings, BootHandlers others) {
		ActuatorRules rules = new ActuatorRules(settings);
		return new ActuatorHandlers(others, rules, AbstractWebFluxEndpointHandlerMapping.class,
				(context) -> operations(context, rules));
	}

	private static ActuatorOperations operations(ApplicationContext context, ActuatorRules rules) {
		ActuatorOperations found = new ActuatorOperations(context, rules);
		for (AbstractWebFluxEndpointHandlerMapping mapping : BeanFactoryUtils
			.beansOfTypeIncludingAncestors(context, AbstractWebFluxEndpointHandlerMapping.class, true, false)
			.values()) {
			if (mapping instanceof WebFluxEndpointHandlerMapping) {
				found.add(mapping.getEndpoints(), mapping.getHandlerMethods(), (predicate) -> info(predicate, found),
						ReactiveActuator::isDiscovery);
			}
			else if (mapping instanceof AdditionalHealthEndpointPathsWebFluxHandlerMapping) {
				found.addAdditional(mapping.getEndpoints(), mapping.getHandlerMethods(), ReactiveActuator::isRead);
			}
		}
		return found;
	}

	private static boolean isDiscovery(HandlerMethod handler) {
		return handler.getBeanType().getEnclosingClass() == WebFluxEndpointHandlerMapping.class
				&& "links".equals(handler.getMethod().getName());
	}

	private static boolean isRead(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().allMatch(RequestMethod.GET::equals)
				&& !info.getMethodsCondition().isEmpty();
	}

	/**
	 * Make the mapping of an operation as {@link AbstractWebFluxEndpointHandlerMapping}
	 * does.
	 */
	private static RequestMappingInfo info(WebOperationRequestPredicate predicate, ActuatorOperations operations) {
		return RequestMappingInfo.paths(operations.patterns(predicate.getPath()))
			.methods(RequestMethod.valueOf(predicate.getHttpMethod().name()))
			.consumes(predicate.getConsumes().toArray(new String[0]))
			.produces(predicate.getProduces().toArray(new String[0]))
			.build();
	}

}
