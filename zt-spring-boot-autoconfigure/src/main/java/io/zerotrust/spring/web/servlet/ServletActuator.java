package io.zerotrust.spring.web.servlet;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.boot.webmvc.actuate.endpoint.web.AdditionalHealthEndpointPathsWebMvcHandlerMapping;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import io.zerotrust.spring.web.ActuatorRules;
import io.zerotrust.spring.web.ActuatorSettings;
import io.zerotrust.spring.web.endpoint.ActuatorHandlers;
import io.zerotrust.spring.web.endpoint.ActuatorOperations;
import io.zerotrust.spring.web.endpoint.BootHandlers;
import io.zerotrust.spring.web.endpoint.SystemHandlers;

/**
 * The Actuator as Boot maps it into MVC.
 */
final class ServletActuator {

	private ServletActuator() {
	}

	static SystemHandlers handlers(ActuatorSettings settings, BootHandlers others) {
		ActuatorRules rules = new ActuatorRules(settings);
		return new ActuatorHandlers(others, rules, AbstractWebMvcEndpointHandlerMapping.class,
				(context) -> operations(context, rules));
	}

	private static ActuatorOperations operations(ApplicationContext context, ActuatorRules rules) {
		ActuatorOperations found = new ActuatorOperations(context, rules);
		for (AbstractWebMvcEndpointHandlerMapping mapping : BeanFactoryUtils
			.beansOfTypeIncludingAncestors(context, AbstractWebMvcEndpointHandlerMapping.class, true, false)
			.values()) {
			if (mapping instanceof WebMvcEndpointHandlerMapping) {
				found.add(mapping.getEndpoints(), mapping.getHandlerMethods(),
						(predicate) -> info(predicate, found, mapping), ServletActuator::isDiscovery);
			}
			else if (mapping instanceof AdditionalHealthEndpointPathsWebMvcHandlerMapping) {
				found.addAdditional(mapping.getEndpoints(), mapping.getHandlerMethods(), ServletActuator::isRead);
			}
		}
		return found;
	}

	private static boolean isDiscovery(HandlerMethod handler) {
		return handler.getBeanType().getEnclosingClass() == WebMvcEndpointHandlerMapping.class
				&& "links".equals(handler.getMethod().getName());
	}

	private static boolean isRead(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().allMatch(RequestMethod.GET::equals)
				&& !info.getMethodsCondition().isEmpty();
	}

	/**
	 * Make the mapping of an operation as {@link AbstractWebMvcEndpointHandlerMapping}
	 * does.
	 */
	private static RequestMappingInfo info(WebOperationRequestPredicate predicate, ActuatorOperations operations,
			AbstractWebMvcEndpointHandlerMapping mapping) {
		String rest = predicate.getMatchAllRemainingPathSegmentsVariable();
		String path = (rest != null) ? predicate.getPath().replace("{*" + rest + "}", "**") : predicate.getPath();
		RequestMappingInfo.BuilderConfiguration options = new RequestMappingInfo.BuilderConfiguration();
		options.setPatternParser(mapping.getPatternParser());
		return RequestMappingInfo.paths(operations.patterns(path))
			.options(options)
			.methods(RequestMethod.valueOf(predicate.getHttpMethod().name()))
			.consumes(predicate.getConsumes().toArray(new String[0]))
			.produces(predicate.getProduces().toArray(new String[0]))
			.build();
	}

}
