package io.zerotrust.spring.web;

import java.util.List;
import java.util.Set;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.policy.Declaration;
import io.zerotrust.policy.PolicyCompiler;

/**
 * All that operators say about one method of one pattern. Compared by identity: there is
 * one for each.
 *
 * @since 0.1.0
 */
public final class Ruling {

	static final Ruling NONE = new Ruling(List.of(), Set.of());

	private final List<Declaration> declarations;

	private final Set<CredentialKind> credentials;

	private final EndpointPolicy alone;

	Ruling(List<Declaration> declarations, Set<CredentialKind> credentials) {
		this.declarations = List.copyOf(declarations);
		this.credentials = Set.copyOf(credentials);
		this.alone = over(List.of());
	}

	/**
	 * Whether nothing is said.
	 * @return {@code true} if the author of the handler has the only word
	 */
	public boolean isEmpty() {
		return this.declarations.isEmpty() && this.credentials.isEmpty();
	}

	/**
	 * Return the policy of a handler whose author says nothing.
	 * @return the policy
	 */
	public EndpointPolicy alone() {
		return this.alone;
	}

	/**
	 * Compile the policy of a handler.
	 * @param author what stands at the handler, nearest level first
	 * @return the policy; conflicting if the operator is looser than the author
	 */
	public EndpointPolicy over(List<List<Declaration>> author) {
		EndpointPolicy policy = PolicyCompiler.compile(this.declarations, author);
		return this.credentials.isEmpty() ? policy : policy.withCredentials(this.credentials);
	}

}
