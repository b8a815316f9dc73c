package io.zerotrust.token.dpop;

/**
 * Removes {@code .} and {@code ..} from paths (RFC 3986, section 5.2.4).
 */
final class DotSegments {

	private DotSegments() {
	}

	/**
	 * Remove the segments.
	 * @param path empty, or beginning with a slash
	 * @return a path that begins with a slash
	 */
	static String remove(String path) {
		if (path.isEmpty()) {
			return "/";
		}
		if (!path.contains("/.")) {
			return path;
		}
		StringBuilder kept = new StringBuilder(path.length());
		int start = 0;
		while (start < path.length()) {
			int end = path.indexOf('/', start + 1);
			boolean last = end < 0;
			end = last ? path.length() : end;
			String segment = path.substring(start, end);
			if (segment.equals("/..")) {
				kept.setLength(Math.max(kept.lastIndexOf("/"), 0));
			}
			boolean dots = segment.equals("/.") || segment.equals("/..");
			if (!dots) {
				kept.append(segment);
			}
			else if (last) {
				kept.append('/');
			}
			start = end;
		}
		return kept.toString();
	}

}
