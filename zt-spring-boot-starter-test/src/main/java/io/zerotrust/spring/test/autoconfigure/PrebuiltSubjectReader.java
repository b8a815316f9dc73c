package io.zerotrust.spring.test.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.spring.web.SubjectReader;

/**
 * Recognises what {@code jwt()}, {@code @WithMockUser} and the like put in place. All
 * else, real tokens and logins through MockMvc or a WebTestClient included, is read as in
 * production.
 */
final class PrebuiltSubjectReader implements SubjectReader {

	private static final String SCOPE_PREFIX = "SCOPE_";

	private final SubjectReader production;

	private final List<PrebuiltMark> marks;

	PrebuiltSubjectReader(SubjectReader production, List<PrebuiltMark> marks) {
		this.production = production;
		this.marks = List.copyOf(marks);
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
	 * INVARIANT: says yes only to the very object that spring-security-test has put in
	 * place.
	 */
	private boolean isPrebuilt(Authentication authentication) {
		if (PrebuiltCallerListener.caller() == authentication) {
			return true;
		}
		for (PrebuiltMark mark : this.marks) {
			if (mark.isOn(authentication)) {
				return true;
			}
		}
		return false;
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
