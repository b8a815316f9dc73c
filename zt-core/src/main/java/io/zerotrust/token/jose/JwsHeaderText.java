package io.zerotrust.token.jose;

import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jose.JWSHeader;
import org.jspecify.annotations.Nullable;

/**
 * The header of a JWS (RFC 7515, section 4).
 *
 * @param header what may be used of it
 * @param members all of it
 */
record JwsHeaderText(JWSHeader header, Map<String, ?> members) {

	private static final int LONGEST_KEY_ID = 256;

	/**
	 * Read a header.
	 * @param members its members
	 * @throws MalformedJwsException if it is not one of a JWS, asks for an extension, or
	 * has a {@code kid} that no look-up should see (RFC 8725, section 3.10)
	 */
	static JwsHeaderText of(Map<String, @Nullable Object> members) throws MalformedJwsException {
		if (members.containsKey("crit") || members.containsKey("b64")) {
			throw new MalformedJwsException("the header asks for an extension");
		}
		if ("none".equals(members.get("alg"))) {
			throw MalformedJwsException.notSigned();
		}
		Map<String, @Nullable Object> used = new HashMap<>(6);
		used.put("alg", text(members, "alg"));
		if (members.containsKey("typ")) {
			used.put("typ", text(members, "typ"));
		}
		if (members.containsKey("kid")) {
			used.put("kid", plain(text(members, "kid")));
		}
		if (members.containsKey("jwk")) {
			used.put("jwk", bare(members.get("jwk")));
		}
		return new JwsHeaderText(parse(used), members);
	}

	private static JWSHeader parse(Map<String, @Nullable Object> used) throws MalformedJwsException {
		try {
			return JWSHeader.parse(some(used));
		}
		catch (ParseException | RuntimeException ex) {
			// keys make the parser throw what it does not declare, null pointers too
			throw new MalformedJwsException("the header is none of a JWS");
		}
	}

	@SuppressWarnings({ "unchecked", "NullAway" })
	private static Map<String, Object> some(Map<String, ?> members) {
		return (Map<String, Object>) members;
	}

	private static String text(Map<String, @Nullable Object> members, String name) throws MalformedJwsException {
		if (members.get(name) instanceof String text && !text.isEmpty()) {
			return text;
		}
		throw new MalformedJwsException("the header has no text as " + name);
	}

	private static String plain(String id) throws MalformedJwsException {
		boolean plain = id.length() <= LONGEST_KEY_ID;
		for (int i = 0; plain && i < id.length(); i++) {
			plain = id.charAt(i) >= 0x20 && id.charAt(i) <= 0x7e;
		}
		if (!plain) {
			throw new MalformedJwsException("kid is too long or not printable ASCII");
		}
		return id;
	}

	/**
	 * A key without the certificates and addresses it may come with.
	 */
	private static Object bare(@Nullable Object key) throws MalformedJwsException {
		if (!(key instanceof Map<?, ?> members)) {
			throw new MalformedJwsException("jwk is no object");
		}
		Map<Object, Object> bare = new HashMap<>();
		members.forEach((name, value) -> {
			if (!String.valueOf(name).startsWith("x5")) {
				bare.put(name, value);
			}
		});
		return bare;
	}

}
