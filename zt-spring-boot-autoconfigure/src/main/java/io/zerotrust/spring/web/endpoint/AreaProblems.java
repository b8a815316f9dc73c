package io.zerotrust.spring.web.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.web.RouteProblem;

/**
 * What can be wrong between filter chains and the credentials operators accept: somebody
 * must be able to read them, and what browsers send by themselves needs CSRF protection.
 *
 * @since 0.1.0
 */
public final class AreaProblems {

	private final List<RouteProblem> problems = new ArrayList<>();

	private final String stateless;

	private final String exemption;

	/**
	 * @param stateless what keeps a chain from keeping sessions, for operators
	 * @param exemption what exempts paths from CSRF protection, for operators
	 */
	public AreaProblems(String stateless, String exemption) {
		this.stateless = stateless;
		this.exemption = exemption;
	}

	/**
	 * Add that no chain reads a credential.
	 * @param kind what is accepted somewhere
	 */
	public void addUnread(CredentialKind kind) {
		String key = key(kind);
		this.problems.add(new RouteProblem(key + " is set, but no filter chain " + reading(kind) + ".",
				"Add " + dsl(kind) + " to the filter chain that matches these paths, or remove " + key + "."));
	}

	/**
	 * Add that a chain asks for a credential without CSRF protection.
	 * @param kind what is accepted somewhere
	 * @param chain the name of the chain
	 */
	public void addUnprotected(CredentialKind kind, String chain) {
		this.problems.add(new RouteProblem(
				key(kind) + " is set, but the filter chain " + chain
						+ " has no CSRF protection, and browsers send this credential for other sites too.",
				"Remove csrf.disable() from the chain; " + this.exemption + " exempts single paths."));
	}

	public List<RouteProblem> all() {
		return List.copyOf(this.problems);
	}

	private static String key(CredentialKind kind) {
		return "zt.credentials." + kind.name().toLowerCase(Locale.ROOT);
	}

	private static String reading(CredentialKind kind) {
		return switch (kind) {
			case SESSION -> "keeps sessions";
			case BASIC -> "reads passwords";
			default -> "reads client certificates";
		};
	}

	private String dsl(CredentialKind kind) {
		return switch (kind) {
			case SESSION -> "http.formLogin(...) or http.oauth2Login(...), without " + this.stateless + ",";
			case BASIC -> "http.httpBasic(...)";
			default -> "http.x509(...)";
		};
	}

}
