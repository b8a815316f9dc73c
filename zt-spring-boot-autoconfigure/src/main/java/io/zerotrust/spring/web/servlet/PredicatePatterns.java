package io.zerotrust.spring.web.servlet;

import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;

import io.zerotrust.spring.web.endpoint.PredicateWalk;
import io.zerotrust.spring.web.endpoint.PredicateWays;

/**
 * The patterns and methods that the predicate of a functional route speaks of, below
 * those of the enclosing predicates. What it demands beside those is left out.
 */
final class PredicatePatterns implements RequestPredicates.Visitor {

	private final PredicateWalk walk;

	private PredicatePatterns(PredicateWays enclosing) {
		this.walk = new PredicateWalk(enclosing);
	}

	static PredicateWays of(RequestPredicate predicate, PredicateWays enclosing) {
		PredicatePatterns patterns = new PredicatePatterns(enclosing);
		predicate.accept(patterns);
		return patterns.walk.ways();
	}

	@Override
	public void method(Set<HttpMethod> methods) {
		this.walk.method(methods);
	}

	@Override
	public void path(String pattern) {
		this.walk.path(pattern);
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
	public void param(String name, String value) {
		// no pattern
	}

	@Override
	public void version(String version) {
		// no pattern
	}

	@Override
	public void startAnd() {
		// the left side goes on with what is before it, as in MVC
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
		this.walk.startOr();
	}

	@Override
	public void or() {
		this.walk.or();
	}

	@Override
	public void endOr() {
		this.walk.endOr();
	}

	@Override
	public void startNegate() {
		this.walk.startNegate();
	}

	@Override
	public void endNegate() {
		this.walk.endNegate();
	}

	@Override
	public void unknown(RequestPredicate predicate) {
		// nothing to be told
	}

}
