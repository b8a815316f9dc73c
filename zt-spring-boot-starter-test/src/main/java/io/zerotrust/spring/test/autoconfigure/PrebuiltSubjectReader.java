package io.zerotrust.spring.test.autoconfigure;

import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.spring.web.SubjectReader;

/**
 * Recognises what {@code jwt()}, {@code @WithMockUser} and the like put in place. All
 * else, real tokens and logins through MockMvc included, is read as in production.
 */
final class PrebuiltSubjectReader implements SubjectReader {

	private static final String TEST_SUPPORT = "org.springframework.security.test.";

	private static final String SCOPE_PREFIX = "SCOPE_";

	private final SubjectReader production;

	PrebuiltSubjectReader(SubjectReader production) {
		this.production = production;
	}

	@Override
	public Subject read(@Nullable Authentication authentication, CredentialKind presented) {
		Subject subject = this.production.read(authentication, presented);
		if (authentication == null || subject.isAnonymous() || !isPrebuilt(authentication)) {
			return subject;
		}
		Credential credential = subject.credential();
		return new Subject(subject.issuer(), subject.id(), subject.client(), subject.kind(), subject.actors(),
				scopes(subject, authentication), subject.roles(),
				new Credential(CredentialKind.PREBUILT, credential.header(), credential.claims(), credential.layout()));
	}

	/**
	 * INVARIANT: says yes only to the very object that spring-security-test has attached
	 * to a mock request, or put in place for a test on this thread. No attribute of a
	 * real request counts.
	 */
	private static boolean isPrebuilt(Authentication authentication) {
		if (PrebuiltCallerListener.caller() == authentication) {
			return true;
		}
		MockHttpServletRequest request = mockRequest();
		if (request == null) {
			return false;
		}
		Enumeration<String> names = request.getAttributeNames();
		while (names.hasMoreElements()) {
			String name = names.nextElement();
			if (name.startsWith(TEST_SUPPORT) && request.getAttribute(name) instanceof SecurityContext context
					&& context.getAuthentication() == authentication) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable MockHttpServletRequest mockRequest() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			return WebUtils.getNativeRequest(attributes.getRequest(), MockHttpServletRequest.class);
		}
		return null;
	}

	private static Set<String> scopes(Subject subject, Authentication authentication) {
		Set<String> scopes = new HashSet<>(subject.scopes());
		for (GrantedAuthority granted : authentication.getAuthorities()) {
			String authority = granted.getAuthority();
			if (authority != null && authority.startsWith(SCOPE_PREFIX)) {
				scopes.add(authority.substring(SCOPE_PREFIX.length()));
			}
		}
		return scopes;
	}

}
