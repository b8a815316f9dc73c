package io.zerotrust.spring.web;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;

/**
 * Tells who asks from what Spring Security has authenticated.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SubjectReader {

	/**
	 * Read the subject.
	 * @param authentication the authentication, or {@code null} if there is none
	 * @param presented how a caller without a token authenticated, as far as the adapter
	 * can tell
	 * @return the subject, anonymous if nobody is authenticated
	 */
	Subject read(@Nullable Authentication authentication, CredentialKind presented);

}
