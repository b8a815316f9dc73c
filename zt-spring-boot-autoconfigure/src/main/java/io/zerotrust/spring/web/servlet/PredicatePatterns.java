package io.zerotrust.spring.web.servlet;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The patterns and methods that the predicate of a functional route speaks of. What it
 * demands beside those is left out.
 */
final class PredicatePatterns implements RequestPredicates.Visitor {

	private final Set<String> patterns = new LinkedHashSet<>();

	private final Set<String> methods = new TreeSet<>();

	private PredicatePatterns() {
	}

	static PredicatePatterns of(RequestPredicate predicate) {
		PredicatePatterns patterns = new PredicatePatterns();
		predicate.accept(patterns);
		return patterns;
	}

	Set<String> methods() {
		return this.methods;
	}

	/**
	 * Return the patterns below those of the enclosing predicates.
	 */
	Set<String> below(Set<String> prefixes) {
		if (prefixes.isEmpty() || this.patterns.isEmpty()) {
			return this.patterns.isEmpty() ? prefixes : this.patterns;
		}
		PathPatternParser parser = PathPatternParser.defaultInstance;
		Set<String> combined = new LinkedHashSet<>();
		for (String prefix : prefixes) {
			PathPattern parent = parser.parse(prefix);
			this.patterns.forEach((pattern) -> combined.add(parent.combine(parser.parse(pattern)).getPatternString()));
		}
		return combined;
	}

	@Override
	public void method(Set<HttpMethod> methods) {
		methods.forEach((method) -> this.methods.add(method.name()));
	}

	@Override
	public void path(String pattern) {
		this.patterns.add(pattern);
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
		// both sides speak
	}

	@Override
	public void and() {
		// both sides speak
	}

	@Override
	public void endAnd() {
		// both sides speak
	}

	@Override
	public void startOr() {
		// both sides speak
	}

	@Override
	public void or() {
		// both sides speak
	}

	@Override
	public void endOr() {
		// both sides speak
	}

	@Override
	public void startNegate() {
		// speaks of the same pattern
	}

	@Override
	public void endNegate() {
		// speaks of the same pattern
	}

	@Override
	public void unknown(RequestPredicate predicate) {
		// nothing to be told
	}

}
