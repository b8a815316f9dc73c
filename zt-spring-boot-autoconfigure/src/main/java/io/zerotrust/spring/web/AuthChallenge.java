package io.zerotrust.spring.web;

import io.zerotrust.decision.Reason;

/**
 * A {@code WWW-Authenticate} value (RFC 6750, section 3; RFC 9449, section 7.1). Each
 * parameter stands at most once and has only the allowed characters.
 */
final class AuthChallenge {

	static final String BEARER = "Bearer";

	static final String DPOP = "DPoP";

	private final StringBuilder header;

	private boolean first = true;

	AuthChallenge(String scheme) {
		this.header = new StringBuilder(scheme);
	}

	AuthChallenge error(String error, Reason reason) {
		return add("error", error).add("error_description", reason.code());
	}

	AuthChallenge add(String name, String value) {
		if (value.isEmpty()) {
			return this;
		}
		this.header.append(this.first ? " " : ", ").append(name).append("=\"");
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			boolean allowed = c >= 0x20 && c <= 0x7e && c != '"' && c != '\\';
			this.header.append(allowed ? c : '_');
		}
		this.header.append('"');
		this.first = false;
		return this;
	}

	/**
	 * Return a parameter of a challenge.
	 * @return its value; empty if there is none
	 */
	static String parameter(String challenge, String name) {
		String start = name + "=\"";
		int at = challenge.lastIndexOf(start);
		int end = (at < 0) ? -1 : challenge.indexOf('"', at + start.length());
		return (end < 0) ? "" : challenge.substring(at + start.length(), end);
	}

	@Override
	public String toString() {
		return this.header.toString();
	}

}
