package io.zerotrust.spring.web.servlet;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.zerotrust.access.Admission;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.SensitivityLevel;

/**
 * The handlers of Spring Boot with the Actuator. Reading the health is open; everything
 * else is denied until a scope is configured, and what changes something needs a second
 * one.
 */
final class ActuatorHandlers extends BootHandlers {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final EndpointPolicy OPEN = EndpointPolicy.of(Admission.PUBLIC, "health status");

	/**
	 * INVARIANT: not static, as it keeps the first application it sees.
	 */
	private final RequestMatcher health = new OrRequestMatcher(EndpointRequest.to("health"),
			EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, "health"));

	private final EndpointPolicy reading;

	private final EndpointPolicy writing;

	/**
	 * Create the rules.
	 * @param readScope the scope that may read; empty denies
	 * @param writeScope the scope that may change something, beside the other one; empty
	 * denies
	 */
	ActuatorHandlers(String readScope, String writeScope) {
		this.reading = readScope.isEmpty() ? denied("zt.actuator.read-scope") : ruled(Set.of(readScope));
		this.writing = (readScope.isEmpty() || writeScope.isEmpty()) ? denied("zt.actuator.write-scope")
				: ruled(Set.of(readScope, writeScope));
	}

	private static EndpointPolicy denied(String key) {
		return EndpointPolicy.of(Admission.UNCOVERED, key + " is not set");
	}

	private static EndpointPolicy ruled(Set<String> scopes) {
		return EndpointPolicy.ruled(new AuthorityRule(scopes, Set.of()), AuthorityRule.none(), "zt.actuator")
			.withSensitivity(SensitivityLevel.HIGH);
	}

	@Override
	public boolean isActuator(Class<?> type) {
		Class<?> enclosing = type.getEnclosingClass();
		return enclosing != null && AbstractWebMvcEndpointHandlerMapping.class.isAssignableFrom(enclosing);
	}

	@Override
	public EndpointPolicy actuatorPolicy(HttpServletRequest request) {
		boolean write = !READING.contains(request.getMethod());
		return actuatorPolicy(!write && this.health.matches(request), write);
	}

	@Override
	public EndpointPolicy actuatorPolicy(boolean health, boolean write) {
		if (health && !write) {
			return OPEN;
		}
		return write ? this.writing : this.reading;
	}

}
