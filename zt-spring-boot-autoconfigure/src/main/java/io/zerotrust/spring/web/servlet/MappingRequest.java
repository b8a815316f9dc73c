package io.zerotrust.spring.web.servlet;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The request as handler mappings see it: attributes they set stay here, and looking for
 * a parameter never reads the body.
 */
final class MappingRequest extends HttpServletRequestWrapper {

	private final Map<String, @Nullable Object> attributes = new HashMap<>();

	private final boolean bodyHoldsParameters;

	private @Nullable Map<String, String[]> queryParameters;

	MappingRequest(HttpServletRequest request) {
		super(request);
		this.bodyHoldsParameters = holdsParameters(request.getContentType());
	}

	/**
	 * Return the path of a request within the application, which the request does not see
	 * parsed.
	 */
	static PathContainer path(HttpServletRequest request) {
		return ServletRequestPathUtils.parseAndCache(new MappingRequest(request)).pathWithinApplication();
	}

	/**
	 * Whether the container would read the body for a parameter.
	 */
	static boolean holdsParameters(@Nullable String contentType) {
		if (contentType == null) {
			return false;
		}
		String type = contentType.toLowerCase(Locale.ROOT);
		return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.attributes.containsKey(name) ? this.attributes.get(name) : super.getAttribute(name);
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.attributes.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.put(name, null);
	}

	@Override
	public Enumeration<String> getAttributeNames() {
		Set<String> names = new LinkedHashSet<>(Collections.list(super.getAttributeNames()));
		this.attributes.forEach((name, value) -> {
			if (value != null) {
				names.add(name);
			}
			else {
				names.remove(name);
			}
		});
		return Collections.enumeration(names);
	}

	@Override
	public @Nullable String getParameter(String name) {
		if (!this.bodyHoldsParameters) {
			return super.getParameter(name);
		}
		String[] values = queryParameters().get(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.bodyHoldsParameters ? queryParameters() : super.getParameterMap();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(getParameterMap().keySet());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return getParameterMap().get(name);
	}

	private Map<String, String[]> queryParameters() {
		Map<String, String[]> parameters = this.queryParameters;
		if (parameters == null) {
			parameters = parse(getQueryString());
			this.queryParameters = parameters;
		}
		return parameters;
	}

	private static Map<String, String[]> parse(@Nullable String query) {
		if (query == null) {
			return Map.of();
		}
		MultiValueMap<String, String> raw = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
		Map<String, String[]> decoded = new HashMap<>();
		raw.forEach((name, values) -> decoded.put(decode(name), decode(values)));
		return Collections.unmodifiableMap(decoded);
	}

	private static String[] decode(List<String> values) {
		// a parameter without "=" has the value null
		return values.stream().map((value) -> (value != null) ? decode(value) : "").toArray(String[]::new);
	}

	private static String decode(String value) {
		return UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
	}

}
