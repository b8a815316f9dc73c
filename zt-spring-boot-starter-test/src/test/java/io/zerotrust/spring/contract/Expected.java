package io.zerotrust.spring.contract;

import java.util.List;

/**
 * What a row of the table expects.
 *
 * @param status the HTTP status
 * @param code the reason code; empty if the answer is none of ours, {@code any} if the
 * server may refuse before the application is asked
 * @param told what else the answer says
 * @param ran the handlers that ran
 */
record Expected(int status, String code, List<String> told, List<String> ran) {

	Expected(int status, String code, List<String> told, List<String> ran) {
		this.status = status;
		this.code = "-".equals(code) ? "" : code;
		this.told = List.copyOf(told);
		this.ran = List.copyOf(ran);
	}

	static Expected of(String answer, List<String> told, List<String> ran) {
		int space = answer.indexOf(' ');
		if (space < 0) {
			throw new IllegalArgumentException("an answer is a status and a code: " + answer);
		}
		return new Expected(Integer.parseInt(answer.substring(0, space)), answer.substring(space + 1), told, ran);
	}

	boolean maySayServer() {
		return "any".equals(this.code);
	}

}
