package io.zerotrust.spring.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import io.zerotrust.access.CredentialKind;

/**
 * Where credentials do that do not do everywhere. An area selects the patterns that
 * handlers are mapped at, not the paths of requests: {@code /backoffice/**} selects
 * {@code /backoffice/owners/{id}} and never <code>/{any}/**</code>. Nor does an area of
 * one segment select a pattern that goes deeper.
 *
 * @since 0.1.0
 */
public final class CredentialAreas {

	private final Map<CredentialKind, List<PathPattern>> areas;

	/**
	 * Create the areas.
	 * @param areas path patterns by kind of credential
	 */
	public CredentialAreas(Map<CredentialKind, List<String>> areas) {
		Map<CredentialKind, List<PathPattern>> parsed = new EnumMap<>(CredentialKind.class);
		areas.forEach((kind, patterns) -> parsed.put(kind,
				patterns.stream().map(PathPatternParser.defaultInstance::parse).toList()));
		this.areas = Map.copyOf(parsed);
	}

	/**
	 * Whether there is no such area.
	 * @return {@code true} if the same credentials do everywhere
	 */
	public boolean isEmpty() {
		return this.areas.isEmpty();
	}

	/**
	 * Return the kinds of credential that do somewhere.
	 * @return the kinds
	 */
	public Set<CredentialKind> kinds() {
		return this.areas.keySet();
	}

	/**
	 * Return what does at a mapped pattern.
	 * @param mapped the pattern as it is mapped
	 * @return the kinds of credential
	 */
	Set<CredentialKind> at(String mapped) {
		Set<CredentialKind> accepted = EnumSet.noneOf(CredentialKind.class);
		if (!this.areas.isEmpty()) {
			Selected path = Selected.of(mapped);
			this.areas.forEach((kind, patterns) -> {
				if (patterns.stream().anyMatch(path::isWithin)) {
					accepted.add(kind);
				}
			});
		}
		return accepted;
	}

	/**
	 * Return the patterns of a kind.
	 * @param kind the kind of credential
	 * @return path patterns, empty if the kind does nowhere
	 */
	public List<String> patterns(CredentialKind kind) {
		return this.areas.getOrDefault(kind, List.of()).stream().map(PathPattern::getPatternString).toList();
	}

	/**
	 * Return the areas that select whatever is mapped.
	 * @return areas by kind of credential
	 */
	public Map<CredentialKind, List<String>> boundless() {
		return without((pattern) -> !pattern.matches(PathContainer.parsePath("/a/b/c/d")));
	}

	/**
	 * Return the areas that select nothing.
	 * @param mapped all patterns handlers are mapped at
	 * @return areas by kind of credential
	 */
	public Map<CredentialKind, List<String>> unused(Set<String> mapped) {
		List<Selected> paths = mapped.stream().map(Selected::of).toList();
		return without((pattern) -> paths.stream().anyMatch((path) -> path.isWithin(pattern)));
	}

	private Map<CredentialKind, List<String>> without(Predicate<PathPattern> excluded) {
		Map<CredentialKind, List<String>> rest = new EnumMap<>(CredentialKind.class);
		this.areas.forEach((kind, patterns) -> patterns.stream()
			.filter(excluded.negate())
			.forEach((pattern) -> rest.computeIfAbsent(kind, (key) -> new ArrayList<>())
				.add(pattern.getPatternString())));
		return rest;
	}

	/**
	 * A mapped pattern, taken for a path.
	 *
	 * @param path the pattern
	 * @param deeper the pattern one segment longer wherever it stands for any number of
	 * them
	 */
	private record Selected(PathContainer path, PathContainer deeper) {

		static Selected of(String mapped) {
			StringBuilder deeper = new StringBuilder();
			for (String segment : mapped.split("/", -1)) {
				boolean any = "**".equals(segment) || segment.startsWith("{*");
				deeper.append('/').append(any ? segment + "/**" : segment);
			}
			return new Selected(PathContainer.parsePath(mapped), PathContainer.parsePath(deeper.substring(1)));
		}

		boolean isWithin(PathPattern area) {
			return area.matches(this.path) && area.matches(this.deeper);
		}

	}

}
