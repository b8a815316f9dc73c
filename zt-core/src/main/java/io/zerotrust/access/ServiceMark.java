package io.zerotrust.access;

/**
 * How tokens of services are told from tokens of people: a claim that has a certain
 * value. The value may hold <code>{client}</code> and <code>{sub}</code>, which stand for
 * the client and the subject of the same token.
 *
 * @param claim where to look
 * @param value what stands there in tokens of services
 * @since 0.1.0
 */
public record ServiceMark(ClaimPath claim, String value) {

	private static final String CLIENT = "{client}";

	private static final String SUBJECT = "{sub}";

	public ServiceMark {
		if (value.isBlank()) {
			throw new IllegalArgumentException("value must not be blank");
		}
	}

	/**
	 * Read a mark.
	 * @param text path and value with an equals sign between them, {@code sub={client}}
	 * for example
	 * @return the mark
	 * @throws IllegalArgumentException if it is none
	 */
	public static ServiceMark parse(String text) {
		int equals = text.lastIndexOf('=');
		if (equals < 1) {
			throw new IllegalArgumentException("no claim=value: '" + text + "'");
		}
		return new ServiceMark(ClaimPath.parse(text.substring(0, equals)), text.substring(equals + 1));
	}

	/**
	 * Whether a token is one of a service.
	 * @param claims its claims
	 * @param client its client; empty if unknown
	 * @return {@code true} if the claim has the value
	 */
	boolean isOn(Claims claims, String client) {
		String actual = claims.text(this.claim);
		if (actual == null || actual.isEmpty()) {
			return false;
		}
		int start = this.value.indexOf('{');
		return (start < 0) ? actual.equals(this.value) : matches(actual, start, claims, client);
	}

	private boolean matches(String actual, int start, Claims claims, String client) {
		boolean byClient = this.value.startsWith(CLIENT, start);
		if (!byClient && !this.value.startsWith(SUBJECT, start)) {
			return actual.equals(this.value);
		}
		String inserted = byClient ? client : claims.text("sub");
		if (inserted == null || inserted.isEmpty()) {
			return false;
		}
		int end = start + (byClient ? CLIENT : SUBJECT).length();
		int tail = this.value.length() - end;
		int middle = start + inserted.length();
		return actual.length() == middle + tail && actual.regionMatches(0, this.value, 0, start)
				&& actual.startsWith(inserted, start) && actual.regionMatches(middle, this.value, end, tail);
	}

	@Override
	public String toString() {
		return this.claim + "=" + this.value;
	}

}
