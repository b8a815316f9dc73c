package io.zerotrust.spring.method;

import java.util.List;

/**
 * Rules stand where nobody can enforce them, so the application does not start.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class UnguardedMethodsException extends IllegalStateException {

	private final transient List<MethodProblem> problems;

	/**
	 * Create the exception.
	 * @param problems what is wrong, at least one
	 */
	public UnguardedMethodsException(List<MethodProblem> problems) {
		super(problems.size() + " rules at methods would not hold, first " + problems.get(0));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return what is wrong.
	 * @return the problems
	 */
	public List<MethodProblem> problems() {
		return this.problems;
	}

}
