package io.zerotrust.spring.web.endpoint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.stream.Collectors;

import org.springframework.http.HttpMethod;

/**
 * Walks through the predicate of a functional route, below what the enclosing predicates
 * demand, and notes the patterns and methods it speaks of. What it demands beside those
 * is left out.
 *
 * @since 0.1.0
 */
public final class PredicateWalk {

	private final Deque<PredicateWays> sides = new ArrayDeque<>();

	/**
	 * Begin a walk.
	 * @param enclosing the ways to meet the enclosing predicates
	 */
	public PredicateWalk(PredicateWays enclosing) {
		this.sides.push(enclosing);
	}

	/**
	 * Return the ways to meet what was walked through.
	 * @return the ways
	 */
	public PredicateWays ways() {
		return this.sides.getLast();
	}

	/**
	 * It demands one of some methods.
	 * @param methods the methods
	 */
	public void method(Collection<HttpMethod> methods) {
		and(PredicateWays.methods(methods.stream().map(HttpMethod::name).collect(Collectors.toSet())));
	}

	/**
	 * It demands a pattern.
	 * @param pattern the pattern
	 */
	public void path(String pattern) {
		and(PredicateWays.path(pattern));
	}

	private void and(PredicateWays ways) {
		this.sides.push(this.sides.pop().and(ways));
	}

	/**
	 * Two sides follow, of which one must hold.
	 */
	public void startOr() {
		PredicateWays before = this.sides.getFirst();
		this.sides.push(before);
		this.sides.push(before);
	}

	/**
	 * The left side is done; the right one starts again from what is before.
	 */
	public void or() {
		PredicateWays left = this.sides.pop();
		PredicateWays before = this.sides.pop();
		this.sides.push(left);
		this.sides.push(before);
	}

	/**
	 * Both sides are done.
	 */
	public void endOr() {
		PredicateWays right = this.sides.pop();
		PredicateWays left = this.sides.pop();
		this.sides.pop();
		this.sides.push(left.or(right));
	}

	/**
	 * What must not hold follows.
	 */
	public void startNegate() {
		this.sides.push(PredicateWays.ANY);
	}

	/**
	 * What must not hold is done. What does not match is not reported.
	 */
	public void endNegate() {
		this.sides.pop();
	}

}
