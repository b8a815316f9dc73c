package io.zerotrust.spring.web.servlet;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebEndpointHttpMethod;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.boot.webmvc.actuate.endpoint.web.AdditionalHealthEndpointPathsWebMvcHandlerMapping;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import io.zerotrust.spring.web.ActuatorRules;
import io.zerotrust.spring.web.endpoint.SystemHandlers.Operation;

/**
 * The operations behind the Actuator's handlers, as Boot's mappings have registered them
 * in one context. Boot tells nobody which operation a handler object runs, so each
 * mapping is made once more from its operation, and what is registered under it is the
 * handler. The paths of requests are not looked at. Handlers of other mappings, those of
 * Cloud Foundry for one, are not in here.
 */
final class ActuatorOperations {

	private final Map<Object, Operation> operations = new IdentityHashMap<>();

	private final ActuatorRules rules;

	private final EndpointMapping base;

	private ActuatorOperations(ActuatorRules rules, EndpointMapping base) {
		this.rules = rules;
		this.base = base;
	}

	/**
	 * Take stock of a context.
	 * @param context the context of a dispatcher servlet
	 * @param rules what operations demand
	 */
	static ActuatorOperations of(ApplicationContext context, ActuatorRules rules) {
		PathMappedEndpoints paths = context.getBeanProvider(PathMappedEndpoints.class).getIfUnique();
		ActuatorOperations found = new ActuatorOperations(rules,
				new EndpointMapping((paths != null) ? paths.getBasePath() : ""));
		Collection<AbstractWebMvcEndpointHandlerMapping> mappings = BeanFactoryUtils
			.beansOfTypeIncludingAncestors(context, AbstractWebMvcEndpointHandlerMapping.class, true, false)
			.values();
		for (AbstractWebMvcEndpointHandlerMapping mapping : mappings) {
			if (mapping instanceof WebMvcEndpointHandlerMapping) {
				found.add(mapping);
			}
			else if (mapping instanceof AdditionalHealthEndpointPathsWebMvcHandlerMapping) {
				found.addAdditional(mapping);
			}
		}
		return found;
	}

	/**
	 * Return the operation behind a handler.
	 * @return the operation, or {@code null} if nobody knows what the handler runs
	 */
	@Nullable Operation behind(HandlerMethod handler) {
		return this.operations.get(handler.getBean());
	}

	private void add(AbstractWebMvcEndpointHandlerMapping mapping) {
		Map<RequestMappingInfo, HandlerMethod> handlers = mapping.getHandlerMethods();
		for (ExposableWebEndpoint endpoint : mapping.getEndpoints()) {
			for (WebOperation operation : endpoint.getOperations()) {
				HandlerMethod handler = handlers.get(info(operation.getRequestPredicate(), mapping));
				if (handler != null) {
					add(handler, endpoint.getEndpointId(), operation.getType() == OperationType.READ
							&& operation.getRequestPredicate().getHttpMethod() == WebEndpointHttpMethod.GET);
				}
			}
		}
		handlers.forEach((info, handler) -> {
			if (isDiscovery(handler)) {
				this.operations.put(handler.getBean(),
						new Operation("Actuator discovery page", this.rules.discovery()));
			}
		});
	}

	private static boolean isDiscovery(HandlerMethod handler) {
		return handler.getBeanType().getEnclosingClass() == WebMvcEndpointHandlerMapping.class
				&& "links".equals(handler.getMethod().getName());
	}

	/**
	 * Paths of health groups: every handler of that mapping runs the one endpoint it has.
	 */
	private void addAdditional(AbstractWebMvcEndpointHandlerMapping mapping) {
		for (ExposableWebEndpoint endpoint : mapping.getEndpoints()) {
			mapping.getHandlerMethods()
				.forEach((info, handler) -> add(handler, endpoint.getEndpointId(), isRead(info)));
		}
	}

	private static boolean isRead(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().allMatch(RequestMethod.GET::equals)
				&& !info.getMethodsCondition().isEmpty();
	}

	private void add(HandlerMethod handler, EndpointId id, boolean read) {
		this.operations.put(handler.getBean(), new Operation("Actuator endpoint " + id, this.rules.policyOf(id, read)));
	}

	/**
	 * Make the mapping of an operation as {@link AbstractWebMvcEndpointHandlerMapping}
	 * does.
	 */
	private RequestMappingInfo info(WebOperationRequestPredicate predicate,
			AbstractWebMvcEndpointHandlerMapping mapping) {
		String rest = predicate.getMatchAllRemainingPathSegmentsVariable();
		String path = (rest != null) ? predicate.getPath().replace("{*" + rest + "}", "**") : predicate.getPath();
		String full = this.base.createSubPath(path);
		RequestMappingInfo.BuilderConfiguration options = new RequestMappingInfo.BuilderConfiguration();
		options.setPatternParser(mapping.getPatternParser());
		return RequestMappingInfo
			.paths(StringUtils.hasLength(full) ? new String[] { full } : new String[] { full, "/" })
			.options(options)
			.methods(RequestMethod.valueOf(predicate.getHttpMethod().name()))
			.consumes(predicate.getConsumes().toArray(new String[0]))
			.produces(predicate.getProduces().toArray(new String[0]))
			.build();
	}

}
