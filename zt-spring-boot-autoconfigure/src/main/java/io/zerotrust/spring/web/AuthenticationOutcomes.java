package io.zerotrust.spring.web;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import io.zerotrust.access.Claims;
import io.zerotrust.access.SenderConstraint;
import io.zerotrust.decision.Reason;

/**
 * Remembers with the request why Spring Security refused its token, so that the refusal
 * can say so. Nothing is decided here.
 *
 * @since 0.1.0
 */
public final class AuthenticationOutcomes implements ApplicationListener<AbstractAuthenticationEvent> {

	/**
	 * The request attribute that holds the {@link Reason}.
	 */
	public static final String ATTRIBUTE = AuthenticationOutcomes.class.getName() + ".reason";

	@Override
	public void onApplicationEvent(AbstractAuthenticationEvent event) {
		if (event instanceof AbstractAuthenticationFailureEvent failure) {
			remember(SpringRefusals.reasonOf(failure.getException()));
		}
		else if (event instanceof AuthenticationSuccessEvent && isBound(event.getAuthentication())) {
			// Spring's bearer filter refuses bound tokens only after they were verified
			remember(new Reason("token.binding-missing", "bound by jkt, sent as a bearer token"));
		}
	}

	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	private static boolean isBound(Authentication authentication) {
		return authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token
				&& SenderConstraint.DPOP.binds(Claims.of(token.getTokenAttributes()));
	}

	private static void remember(Reason reason) {
		RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
		if (attributes != null) {
			attributes.setAttribute(ATTRIBUTE, reason, RequestAttributes.SCOPE_REQUEST);
		}
	}

}
