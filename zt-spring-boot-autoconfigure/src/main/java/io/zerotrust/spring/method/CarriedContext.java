package io.zerotrust.spring.method;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolderThreadLocalAccessor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.util.ClassUtils;

/**
 * Knows whom Reactor has carried to the current thread, where it carries contexts on its
 * own. Spring Security keeps that apart from what its holder of contexts says.
 */
final class CarriedContext {

	private static final boolean PRESENT = NonBlocking.REACTOR
			&& ClassUtils.isPresent("io.micrometer.context.ThreadLocalAccessor", CarriedContext.class.getClassLoader());

	private CarriedContext() {
	}

	static @Nullable Authentication authentication() {
		return PRESENT ? Carrier.authentication() : null;
	}

	/**
	 * Loaded only where Reactor and the propagation of contexts are.
	 */
	private static final class Carrier {

		private static final ReactiveSecurityContextHolderThreadLocalAccessor CONTEXT = new ReactiveSecurityContextHolderThreadLocalAccessor();

		static @Nullable Authentication authentication() {
			Mono<SecurityContext> carried = CONTEXT.getValue();
			// one that is not there yet is nobody's: nothing waits here
			SecurityContext context = (carried != null) ? carried.toFuture().getNow(null) : null;
			return (context != null) ? context.getAuthentication() : null;
		}

	}

}
