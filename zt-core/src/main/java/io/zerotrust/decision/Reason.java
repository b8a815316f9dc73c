package io.zerotrust.decision;

/**
 * Why a request is refused.
 *
 * @param code a stable code of the form {@code room.what-happened}, told to the caller
 * @param detail what an operator needs to know; never leaves the server
 * @since 0.1.0
 */
public record Reason(String code, String detail) {

	public Reason {
		if (!isCode(code)) {
			throw new IllegalArgumentException("code must look like room.what-happened: " + code);
		}
	}

	/**
	 * Return a reason that its code says in full.
	 * @param code the code
	 * @return the reason
	 */
	public static Reason of(String code) {
		return new Reason(code, "");
	}

	private static boolean isCode(String code) {
		int dot = code.indexOf('.');
		if (dot <= 0 || dot == code.length() - 1) {
			return false;
		}
		for (int i = 0; i < code.length(); i++) {
			char c = code.charAt(i);
			boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c == '.' && i == dot);
			if (!allowed) {
				return false;
			}
		}
		return true;
	}

}
