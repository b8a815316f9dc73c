package io.zerotrust.token.dpop;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.decision.ReasonCode;
import io.zerotrust.decision.ReasonCodes;
import io.zerotrust.token.dpop.ProofResult.Refused;
import io.zerotrust.token.jose.Signatures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proofs that were broken at random: each is refused with a code of ours, none throws,
 * none takes long.
 */
class ProofFuzzTests {

	private static final int PROOFS = 20_000;

	private static final List<Object> VALUES = List.of("", "x", 1, -1, 1e308, true, List.of(), List.of("a", 1),
			java.util.Map.of(), java.util.Map.of("kty", "EC"), java.util.Map.of("kty", "oct", "k", "AA"), "\u0000",
			"\ud800", "a".repeat(300), Long.MAX_VALUE, "none", "HS256", "RS256", "ES512", "https://api.example.com/");

	private static final List<String> HEADERS = List.of("typ", "alg", "jwk", "kid", "crit", "b64", "x5c", "jku", "zip");

	private static final List<String> CLAIMS = List.of("jti", "htm", "htu", "iat", "ath");

	@Test
	@Tag("D2")
	@Tag("D15")
	void verifyWhenBrokenThenRefusedWithACode() {
		Set<String> codes = ReasonCodes.all().stream().map(ReasonCode::code).collect(Collectors.toSet());
		ProofVerifier verifier = new ProofVerifier(ProofRules.standard(), new Signatures(null),
				new MemoryReplayStore(PROOFS, Duration.ofMinutes(1)));
		Random random = new Random(9449);
		String good = TestProof.good().text();
		long start = System.nanoTime();
		for (int i = 0; i < PROOFS; i++) {
			String text = (i % 4 == 0) ? structured(random) : mutated(good, random);
			if (text.equals(good)) {
				continue;
			}
			ProofResult result = verifier.verify(TestProof.presented(text)).toCompletableFuture().join();
			assertThat(result).as("%s", text).isInstanceOf(Refused.class);
			assertThat(codes).contains(((Refused) result).reason().code());
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
		assertThat(verifier.tally().of("verified")).isZero();
	}

	private static String structured(Random random) {
		TestProof proof = TestProof.good();
		Object value = VALUES.get(random.nextInt(VALUES.size()));
		if (random.nextBoolean()) {
			String name = HEADERS.get(random.nextInt(HEADERS.size()));
			// these say nothing that matters, alone
			boolean harmless = Set.of("kid", "x5c", "jku", "zip", "b64", "crit").contains(name);
			proof.header(name, value);
			return harmless ? proof.claim("htm", "POST").text() : proof.text();
		}
		String name = CLAIMS.get(random.nextInt(CLAIMS.size()));
		boolean harmless = name.equals("jti") && value instanceof String text && text.length() <= 256;
		return harmless ? proof.claim("iat", 0).text() : proof.claim(name, value).text();
	}

	private static String mutated(String good, Random random) {
		StringBuilder text = new StringBuilder(good);
		int payload = good.indexOf('.') + 1;
		for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
			// not in the last characters, whose lowest bits may mean nothing
			int at = random.nextInt(text.length() - 4);
			switch (random.nextInt(6)) {
				case 0 -> text.setCharAt(at, (char) random.nextInt(0x250));
				case 1 -> text.deleteCharAt(at);
				case 2 -> text.insert(at, "._-AZ".charAt(random.nextInt(5)));
				case 3 -> text.setLength(at);
				case 4 -> text.insert(at, text.substring(at / 2, at));
				default -> text.replace(0, Math.min(payload - 1, text.length()), junk(random));
			}
			if (text.length() < 5) {
				return text.toString();
			}
		}
		return text.toString();
	}

	private static String junk(Random random) {
		byte[] bytes = new byte[random.nextInt(60)];
		random.nextBytes(bytes);
		String json = random.nextBoolean() ? "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" : "";
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((json + new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.UTF_8));
	}

}
