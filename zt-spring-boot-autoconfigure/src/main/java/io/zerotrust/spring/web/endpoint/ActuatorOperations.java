package io.zerotrust.spring.web.endpoint;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebEndpointHttpMethod;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

import io.zerotrust.spring.web.ActuatorRules;
import io.zerotrust.spring.web.endpoint.SystemHandlers.Operation;

/**
 * The operations behind the Actuator's handlers, as Boot's mappings have registered them
 * in one context. Boot tells nobody which operation a handler object runs, so each
 * mapping is made once more from its operation, and what is registered under it is the
 * handler. The paths of requests are not looked at. Handlers of other mappings, those of
 * Cloud Foundry for one, are not in here.
 *
 * @since 0.1.0
 */
public final class ActuatorOperations {

	private final Map<Object, Operation> operations = new IdentityHashMap<>();

	private final ActuatorRules rules;

	private final EndpointMapping base;

	/**
	 * @param context the context whose mappings are taken stock of
	 * @param rules what operations demand
	 */
	public ActuatorOperations(ApplicationContext context, ActuatorRules rules) {
		PathMappedEndpoints paths = context.getBeanProvider(PathMappedEndpoints.class).getIfUnique();
		this.rules = rules;
		this.base = new EndpointMapping((paths != null) ? paths.getBasePath() : "");
	}

	/**
	 * Return the patterns an operation is mapped at.
	 * @param path the path of the operation below the Actuator's
	 */
	public String[] patterns(String path) {
		String full = this.base.createSubPath(path);
		return full.isEmpty() ? new String[] { full, "/" } : new String[] { full };
	}

	/**
	 * Add what is mapped below the Actuator's path.
	 * @param endpoints the endpoints of a mapping
	 * @param handlers what the mapping has registered
	 * @param mapping makes the mapping of an operation as Boot does
	 * @param discovery tells the handler of the page that lists the endpoints
	 * @param <M> mappings of the stack
	 */
	public <M> void add(Collection<ExposableWebEndpoint> endpoints, Map<M, HandlerMethod> handlers,
			Function<WebOperationRequestPredicate, M> mapping, Predicate<HandlerMethod> discovery) {
		for (ExposableWebEndpoint endpoint : endpoints) {
			for (WebOperation operation : endpoint.getOperations()) {
				HandlerMethod handler = handlers.get(mapping.apply(operation.getRequestPredicate()));
				if (handler != null) {
					add(handler, endpoint.getEndpointId(), operation.getType() == OperationType.READ
							&& operation.getRequestPredicate().getHttpMethod() == WebEndpointHttpMethod.GET);
				}
			}
		}
		handlers.values()
			.stream()
			.filter(discovery)
			.forEach((handler) -> this.operations.put(handler.getBean(),
					new Operation("Actuator discovery page", this.rules.discovery())));
	}

	/**
	 * Add paths of health groups: every handler of that mapping runs the one endpoint it
	 * has.
	 * @param endpoints the endpoints of a mapping
	 * @param handlers what the mapping has registered
	 * @param read tells mappings that only read
	 * @param <M> mappings of the stack
	 */
	public <M> void addAdditional(Collection<ExposableWebEndpoint> endpoints, Map<M, HandlerMethod> handlers,
			Predicate<M> read) {
		for (ExposableWebEndpoint endpoint : endpoints) {
			handlers.forEach((info, handler) -> add(handler, endpoint.getEndpointId(), read.test(info)));
		}
	}

	private void add(HandlerMethod handler, EndpointId id, boolean read) {
		this.operations.put(handler.getBean(), new Operation("Actuator endpoint " + id, this.rules.policyOf(id, read)));
	}

	/**
	 * Return the operation behind a handler.
	 * @return the operation, or {@code null} if nobody knows what the handler runs
	 */
	@Nullable Operation behind(HandlerMethod handler) {
		return this.operations.get(handler.getBean());
	}

}
