package io.zerotrust.spring.web.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The ways in which the predicates of a functional route can be met: by which methods,
 * and with which pattern in the end.
 *
 * @param ways the ways, of which a request takes one
 * @since 0.1.0
 */
public record PredicateWays(List<Way> ways) {

	/**
	 * What demands no method and no pattern.
	 */
	public static final PredicateWays ANY = new PredicateWays(List.of(new Way(Set.of(), "")));

	public PredicateWays {
		ways = List.copyOf(ways);
	}

	public static PredicateWays path(String pattern) {
		return new PredicateWays(List.of(new Way(Set.of(), pattern)));
	}

	public static PredicateWays methods(Set<String> methods) {
		return new PredicateWays(List.of(new Way(methods, "")));
	}

	public PredicateWays or(PredicateWays other) {
		List<Way> either = new ArrayList<>(this.ways);
		either.addAll(other.ways);
		return new PredicateWays(either.stream().distinct().toList());
	}

	public PredicateWays and(PredicateWays other) {
		List<Way> both = new ArrayList<>();
		for (Way way : this.ways) {
			for (Way next : other.ways) {
				Way joint = way.and(next);
				if (joint != null) {
					both.add(joint);
				}
			}
		}
		return new PredicateWays(both.stream().distinct().toList());
	}

	/**
	 * One way to meet a predicate.
	 *
	 * @param methods the HTTP methods; empty means all
	 * @param pattern the pattern MVC reports; empty if none
	 */
	public record Way(Set<String> methods, String pattern) {

		public Way {
			methods = Set.copyOf(methods);
		}

		/**
		 * Go both ways, if any request can.
		 */
		private @Nullable Way and(Way next) {
			Set<String> common = new HashSet<>(this.methods.isEmpty() ? next.methods : this.methods);
			if (!next.methods.isEmpty()) {
				common.retainAll(next.methods);
			}
			boolean none = common.isEmpty() && !this.methods.isEmpty();
			String combined = combined(next.pattern);
			return (none || combined == null) ? null : new Way(common, combined);
		}

		/**
		 * Combine as MVC does. What cannot be combined fails there too, at each request.
		 */
		private @Nullable String combined(String next) {
			if (this.pattern.isEmpty() || next.isEmpty()) {
				return this.pattern + next;
			}
			PathPatternParser parser = PathPatternParser.defaultInstance;
			try {
				PathPattern first = parser.parse(this.pattern);
				return first.combine(parser.parse(next)).getPatternString();
			}
			catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
				return null;
			}
		}

	}

}
