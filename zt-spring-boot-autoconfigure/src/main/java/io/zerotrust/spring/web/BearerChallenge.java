package io.zerotrust.spring.web;

import io.zerotrust.decision.Reason;

/**
 * A {@code WWW-Authenticate} value of the Bearer scheme (RFC 6750, section 3). Each
 * parameter stands at most once and has only the allowed characters.
 */
final class BearerChallenge {

	private final StringBuilder header = new StringBuilder("Bearer");

	private boolean first = true;

	void error(String error, Reason reason) {
		add("error", error);
		add("error_description", reason.code());
	}

	void add(String name, String value) {
		if (value.isEmpty()) {
			return;
		}
		this.header.append(this.first ? " " : ", ").append(name).append("=\"");
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			boolean allowed = c >= 0x20 && c <= 0x7e && c != '"' && c != '\\';
			this.header.append(allowed ? c : '_');
		}
		this.header.append('"');
		this.first = false;
	}

	@Override
	public String toString() {
		return this.header.toString();
	}

}
