package io.zerotrust.spring.web.servlet;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The static resources and mapped views that everybody may read. The only rule that is
 * matched against the path of a request, and only after its handler turned out to be one
 * that serves by path.
 */
final class PublicResources {

	private final List<PathPattern> patterns;

	PublicResources(List<String> patterns) {
		this.patterns = patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	boolean contain(HttpServletRequest request) {
		if (this.patterns.isEmpty()) {
			return false;
		}
		MappingRequest isolated = new MappingRequest(request);
		RequestPath path = ServletRequestPathUtils.parseAndCache(isolated);
		PathContainer within = path.pathWithinApplication();
		for (PathPattern pattern : this.patterns) {
			if (pattern.matches(within)) {
				return true;
			}
		}
		return false;
	}

	boolean contain(String pattern) {
		return this.patterns.stream().anyMatch((candidate) -> candidate.getPatternString().equals(pattern));
	}

}
