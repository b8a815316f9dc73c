package io.zerotrust.access;

import java.util.ArrayList;
import java.util.List;

/**
 * How tokens of services are told from tokens of people: a claim that has a certain
 * value, and claims that must or must not be there beside it. The value may hold
 * <code>{client}</code> or <code>{sub}</code> once, which stands for the client or the
 * subject of the same token.
 *
 * @param claim where to look
 * @param value what stands there in tokens of services
 * @param with what services have and people have not
 * @param without what people have and services have not
 * @since 0.1.0
 */
public record ServiceMark(ClaimPath claim, String value, List<ClaimPath> with, List<ClaimPath> without) {

	private static final String CLIENT = "{client}";

	private static final String SUBJECT = "{sub}";

	public ServiceMark {
		if (value.isBlank()) {
			throw new IllegalArgumentException("value must not be blank");
		}
		int start = value.indexOf('{');
		if (start >= 0 && ((!value.startsWith(CLIENT, start) && !value.startsWith(SUBJECT, start))
				|| value.indexOf('{', start + 1) >= 0)) {
			throw new IllegalArgumentException("value may hold {client} or {sub} once: '" + value + "'");
		}
		with = List.copyOf(with);
		without = List.copyOf(without);
	}

	/**
	 * Read a mark.
	 * @param text conditions with {@code &} between them: one {@code claim=value}, and
	 * any number of {@code claim} for one that must be there and {@code !claim} for one
	 * that must not; {@code sub={client} & !uid} for example
	 * @return the mark
	 * @throws IllegalArgumentException if it is none
	 */
	public static ServiceMark parse(String text) {
		List<ClaimPath> with = new ArrayList<>();
		List<ClaimPath> without = new ArrayList<>();
		String pair = null;
		for (String part : text.split("&", -1)) {
			String condition = part.strip();
			if (condition.startsWith("!") && condition.indexOf('=') >= 0) {
				throw new IllegalArgumentException("no value can be excluded, only a claim: '" + text + "'");
			}
			if (condition.startsWith("!")) {
				without.add(ClaimPath.parse(condition.substring(1)));
			}
			else if (condition.indexOf('=') < 0) {
				with.add(ClaimPath.parse(condition));
			}
			else if (pair != null) {
				throw new IllegalArgumentException("more than one claim=value: '" + text + "'");
			}
			else {
				pair = condition;
			}
		}
		int equals = (pair != null) ? pair.lastIndexOf('=') : -1;
		if (pair == null || equals < 1) {
			throw new IllegalArgumentException("no claim=value: '" + text + "'");
		}
		return new ServiceMark(ClaimPath.parse(pair.substring(0, equals).strip()), pair.substring(equals + 1).strip(),
				with, without);
	}

	/**
	 * Whether a token is one of a service.
	 * @param claims its claims
	 * @param client its client; empty if unknown
	 * @return {@code true} if the claim has the value and the others are as they should
	 */
	boolean isOn(Claims claims, String client) {
		String actual = claims.text(this.claim);
		if (actual == null || actual.isEmpty()) {
			return false;
		}
		int start = this.value.indexOf('{');
		boolean equal = (start < 0) ? actual.equals(this.value) : matches(actual, start, claims, client);
		return equal && othersHold(claims);
	}

	private boolean matches(String actual, int start, Claims claims, String client) {
		boolean byClient = this.value.startsWith(CLIENT, start);
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

	private boolean othersHold(Claims claims) {
		for (ClaimPath path : this.with) {
			if (!claims.has(path)) {
				return false;
			}
		}
		for (ClaimPath path : this.without) {
			if (claims.has(path)) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder().append(this.claim).append('=').append(this.value);
		this.with.forEach((path) -> text.append(" & ").append(path));
		this.without.forEach((path) -> text.append(" & !").append(path));
		return text.toString();
	}

}
