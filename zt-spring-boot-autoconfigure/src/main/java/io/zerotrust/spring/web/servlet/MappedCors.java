package io.zerotrust.spring.web.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The CORS rules that stand at the handlers, {@code @CrossOrigin} for one, so that
 * refusals by the gates keep their headers. Looks handlers up as {@link HandlerResolver}
 * does, for cross-origin requests alone, and never reads the body.
 */
final class MappedCors implements CorsConfigurationSource {

	private final HandlerResolver resolver;

	MappedCors(HandlerResolver resolver) {
		this.resolver = resolver;
	}

	@Override
	public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
		if (!CorsUtils.isCorsRequest(request)) {
			return null;
		}
		HandlerExecutionChain chain = this.resolver.resolve(request).chain();
		return (chain != null) ? configuration(chain, request) : null;
	}

	private static @Nullable CorsConfiguration configuration(HandlerExecutionChain chain, HttpServletRequest request) {
		for (HandlerInterceptor interceptor : chain.getInterceptorList()) {
			if (interceptor instanceof CorsConfigurationSource source) {
				return source.getCorsConfiguration(request);
			}
		}
		return (chain.getHandler() instanceof CorsConfigurationSource source) ? source.getCorsConfiguration(request)
				: null;
	}

}
