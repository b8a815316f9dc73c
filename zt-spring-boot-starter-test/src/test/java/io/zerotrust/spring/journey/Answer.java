package io.zerotrust.spring.journey;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP response, as it came over the wire.
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {

	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name.toLowerCase(Locale.ROOT));
		return (values != null) ? String.join(", ", values) : null;
	}

	/**
	 * The reason code of a refusal by zt; empty if the body is not one.
	 */
	public String code() {
		String type = header("content-type");
		if (type == null || !type.startsWith("application/problem+json") || !this.body.contains("\"code\":\"")) {
			return "";
		}
		int start = this.body.indexOf("\"code\":\"") + 8;
		return this.body.substring(start, this.body.indexOf('"', start));
	}

	@Override
	public String toString() {
		return this.status + " " + code() + " " + this.headers + " " + this.body;
	}

}
