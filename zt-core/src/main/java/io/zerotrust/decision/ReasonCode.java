package io.zerotrust.decision;

/**
 * What is known about a code of zt before it is said.
 *
 * @param code the code
 * @param status the HTTP status it is sent with; 0 if it is recorded only
 * @param remedy what the caller or an operator can do about it, in Markdown
 * @since 0.1.0
 */
public record ReasonCode(String code, int status, String remedy) {

	public ReasonCode {
		Reason.of(code);
		if (status != 0 && (status < 400 || status > 599)) {
			throw new IllegalArgumentException("status must be 0 or from 400 to 599: " + status);
		}
		if (remedy.isBlank()) {
			throw new IllegalArgumentException("remedy must not be blank: " + code);
		}
	}

	/**
	 * Return the room of the code.
	 * @return what stands before the dot
	 */
	public String room() {
		return this.code.substring(0, this.code.indexOf('.'));
	}

}
