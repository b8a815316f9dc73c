package io.zerotrust.spring.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zerotrust.spring.journey.ProofKey;
import io.zerotrust.spring.journey.RunningApplication;
import io.zerotrust.spring.test.TokenBuilder;

/**
 * Tokens bound to a key, with proofs (RFC 9449), as the table words them: what is said
 * otherwise than it should be.
 */
final class Proofs {

	private static final ProofKey KEY = ProofKey.create();

	private static final ProofKey OTHER = ProofKey.create();

	private Proofs() {
	}

	/**
	 * Return the headers of a request.
	 * @param words {@code htm}, {@code htu}, {@code ath}, {@code iat} and {@code jti}
	 * with another value, {@code key=other}, {@code unbound}, {@code as=bearer},
	 * {@code proof=none|two|empty|garbage|tampered|token}; everything else belongs to the
	 * token
	 */
	static List<String> headers(RunningApplication application, String method, String url, String words) {
		Map<String, String> told = new HashMap<>();
		List<String> others = new ArrayList<>();
		for (String word : words.split(" ")) {
			int equals = word.indexOf('=');
			String name = (equals < 0) ? word : word.substring(0, equals);
			if (List.of("htm", "htu", "ath", "iat", "jti", "key", "unbound", "as", "proof").contains(name)) {
				told.put(name, word.substring(equals + 1));
			}
			else if (!word.isEmpty()) {
				others.add(word);
			}
		}
		TokenBuilder token = Tokens.builder(application, others.isEmpty() ? "orders:read" : String.join(" ", others));
		String text = (told.containsKey("unbound") ? token : token.claim("cnf", KEY.confirmation())).mint();
		List<String> headers = new ArrayList<>();
		headers.add("Authorization: " + ("bearer".equals(told.get("as")) ? "Bearer " : "DPoP ") + text);
		String proof = proof(told, method, url, text);
		switch (told.getOrDefault("proof", "one")) {
			case "none" -> {
			}
			case "two" -> headers.addAll(List.of("DPoP: " + proof, "DPoP: " + proof(told, method, url, text)));
			case "empty" -> headers.add("DPoP: ");
			case "tampered" -> headers.add("DPoP: " + tampered(proof));
			case "token" -> headers.add("DPoP: " + text);
			case "garbage" -> headers.add("DPoP: garbage");
			default -> headers.add("DPoP: " + proof);
		}
		return headers;
	}

	private static String tampered(String proof) {
		int signature = proof.lastIndexOf('.') + 1;
		char other = (proof.charAt(signature) == 'A') ? 'B' : 'A';
		return proof.substring(0, signature) + other + proof.substring(signature + 1);
	}

	private static String proof(Map<String, String> told, String method, String url, String token) {
		Map<String, Object> claims = new HashMap<>();
		if (told.containsKey("htm")) {
			claims.put("htm", told.get("htm"));
		}
		if (told.containsKey("htu")) {
			claims.put("htu", url.substring(0, url.indexOf('/', 8)) + told.get("htu"));
		}
		if (told.containsKey("iat")) {
			claims.put("iat", Instant.now().getEpochSecond() + Long.parseLong(told.get("iat")));
		}
		ProofKey key = "other".equals(told.get("key")) ? OTHER : KEY;
		return key.proof(method, url, told.getOrDefault("ath", token), claims);
	}

}
