package io.zerotrust.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.zerotrust.access.Credential;

/**
 * Reads how many factors a user authenticated with from {@code amr} (RFC 8176).
 */
final class Factors {

	private static final Set<String> POSSESSION = Set.of("otp", "hwk", "swk", "sms", "tel", "sc", "pop");

	private static final Set<String> INHERENCE = Set.of("face", "fpt", "iris", "retina", "vbm");

	private static final Set<String> KNOWLEDGE = Set.of("pwd", "pin", "kba");

	private Factors() {
	}

	static boolean several(Credential credential) {
		List<String> methods = credential.amr();
		Set<Set<String>> kinds = new HashSet<>();
		for (String method : methods) {
			if ("mfa".equals(method)) {
				return true;
			}
			for (Set<String> kind : List.of(POSSESSION, INHERENCE, KNOWLEDGE)) {
				if (kind.contains(method)) {
					kinds.add(kind);
				}
			}
		}
		return kinds.size() > 1;
	}

}
