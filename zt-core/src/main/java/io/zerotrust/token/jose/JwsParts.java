package io.zerotrust.token.jose;

/**
 * Where the parts of a JWS in compact form stand. Looks at every character and decodes
 * none (RFC 8725, section 3.14 of its successor).
 *
 * @param payload index of the first character of the payload
 * @param signature index of the first character of the signature; the signature itself
 * may be empty
 */
record JwsParts(int payload, int signature) {

	/**
	 * Find the parts.
	 * @param text the whole text
	 * @param maxLength the longest text to look at, in characters
	 * @throws MalformedJwsException if there are not three parts of canonical base64url,
	 * the first two of them not empty
	 */
	static JwsParts of(String text, int maxLength) throws MalformedJwsException {
		int length = text.length();
		if (length > maxLength) {
			throw new MalformedJwsException("longer than " + maxLength + " characters");
		}
		int payload = 0;
		int signature = 0;
		int start = 0;
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (Base64Text.isLetter(c)) {
				continue;
			}
			if (c != '.') {
				throw new MalformedJwsException("a character is none of base64url");
			}
			if (signature != 0) {
				throw new MalformedJwsException("more than three parts");
			}
			verify(text, start, i);
			start = i + 1;
			if (payload == 0) {
				payload = start;
			}
			else {
				signature = start;
			}
		}
		if (signature == 0) {
			throw new MalformedJwsException("fewer than three parts");
		}
		if (signature < length) {
			verify(text, signature, length);
		}
		return new JwsParts(payload, signature);
	}

	private static void verify(String text, int start, int end) throws MalformedJwsException {
		if (start == end) {
			throw new MalformedJwsException("a part is empty");
		}
		if (!Base64Text.isCanonical(text.charAt(end - 1), end - start)) {
			throw new MalformedJwsException("a part is not canonical base64url");
		}
	}

}
