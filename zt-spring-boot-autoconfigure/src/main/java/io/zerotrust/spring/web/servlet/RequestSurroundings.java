package io.zerotrust.spring.web.servlet;

import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.zerotrust.access.Context;
import io.zerotrust.access.Subject;
import io.zerotrust.spring.method.Surroundings;

/**
 * Tells what the request says that is served on this thread. Elsewhere only the time is
 * known.
 */
final class RequestSurroundings implements Surroundings {

	private final Gatekeeper gatekeeper;

	RequestSurroundings(Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
	}

	@Override
	public Context at(Instant time) {
		HttpServletRequest request = request();
		try {
			return (request != null) ? this.gatekeeper.context(request, Subject.anonymous(), time) : Context.at(time);
		}
		catch (IllegalStateException ex) {
			// a request handed to another thread, which is over
			return Context.at(time);
		}
	}

	private static @Nullable HttpServletRequest request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

}
