package io.zerotrust.spring.web.reactive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;

import io.zerotrust.spring.web.endpoint.PredicateWays;

/**
 * The patterns and methods that the predicate of a functional route speaks of, below
 * those of the enclosing predicates. What it demands beside those is left out.
 */
final class PredicatePatterns implements RequestPredicates.Visitor {

	private final Deque<PredicateWays> sides = new ArrayDeque<>();

	private PredicatePatterns(PredicateWays enclosing) {
		this.sides.push(enclosing);
	}

	static PredicateWays of(RequestPredicate predicate, PredicateWays enclosing) {
		PredicatePatterns patterns = new PredicatePatterns(enclosing);
		predicate.accept(patterns);
		return patterns.sides.getLast();
	}

	@Override
	public void method(Set<HttpMethod> methods) {
		and(PredicateWays.methods(methods.stream().map(HttpMethod::name).collect(Collectors.toSet())));
	}

	@Override
	public void path(String pattern) {
		and(PredicateWays.path(pattern));
	}

	private void and(PredicateWays ways) {
		this.sides.push(this.sides.pop().and(ways));
	}

	@Override
	@Deprecated
	@SuppressWarnings("removal")
	public void pathExtension(String extension) {
		// no pattern
	}

	@Override
	public void header(String name, String value) {
		// no pattern
	}

	@Override
	public void queryParam(String name, String value) {
		// no pattern
	}

	@Override
	public void version(String version) {
		// no pattern
	}

	@Override
	public void startAnd() {
		// the left side goes on with what is before it, as in WebFlux
	}

	@Override
	public void and() {
		// the right side goes on with the left one
	}

	@Override
	public void endAnd() {
		// both sides are in
	}

	@Override
	public void startOr() {
		PredicateWays before = this.sides.getFirst();
		this.sides.push(before);
		this.sides.push(before);
	}

	@Override
	public void or() {
		// the left side is done, the right one starts again from what is before
		PredicateWays left = this.sides.pop();
		PredicateWays before = this.sides.pop();
		this.sides.push(left);
		this.sides.push(before);
	}

	@Override
	public void endOr() {
		PredicateWays right = this.sides.pop();
		PredicateWays left = this.sides.pop();
		this.sides.pop();
		this.sides.push(left.or(right));
	}

	@Override
	public void startNegate() {
		this.sides.push(PredicateWays.ANY);
	}

	@Override
	public void endNegate() {
		// what does not match is not reported
		this.sides.pop();
	}

	@Override
	public void unknown(RequestPredicate predicate) {
		// nothing to be told
	}

}
