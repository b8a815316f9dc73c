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

	static String veil(String challenge, Reason reason) {
		String error = parameter(challenge, "error=\"");
		if (!challenge.startsWith("Bearer ") || error.isEmpty()) {
			return challenge;
		}
		BearerChallenge veiled = new BearerChallenge();
		veiled.error(error, reason);
		veiled.add("resource_metadata", parameter(challenge, "resource_metadata=\""));
		return veiled.toString();
	}

	private static String parameter(String challenge, String name) {
		int start = challenge.lastIndexOf(name);
		int end = (start < 0) ? -1 : challenge.indexOf('"', start + name.length());
		return (end < 0) ? "" : challenge.substring(start + name.length(), end);
	}

	@Override
	public String toString() {
		return this.header.toString();
	}

}
