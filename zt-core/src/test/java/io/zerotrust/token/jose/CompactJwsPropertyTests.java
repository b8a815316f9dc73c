package io.zerotrust.token.jose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a strict writer writes is read as it was meant, and no other text is read as the
 * same.
 */
class CompactJwsPropertyTests {

	private static final int MAX_LENGTH = 100_000;

	private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"k\"}";

	@Property(tries = 1000)
	@Tag("J15")
	void readWhenWrittenStrictlyThenTheSame(@ForAll("claims") Map<String, Object> claims) throws Exception {
		CompactJws jws = CompactJws.read(write(claims), MAX_LENGTH);
		assertThat(jws.claims()).isEqualTo(claims);
		assertThat(JSONObjectUtils.parse(JSONObjectUtils.toJSONString(claims))).isEqualTo(jws.claims());
	}

	@Property(tries = 1000)
	@Tag("J15")
	void readWhenOneCharacterIsOtherThenRefusedOrSomethingElseWasSigned(@ForAll("claims") Map<String, Object> claims,
			@ForAll @IntRange(max = MAX_LENGTH) int place, @ForAll char other) throws Exception {
		String text = write(claims);
		int at = place % text.length();
		String changed = text.substring(0, at) + other + text.substring(at + 1);
		if (changed.equals(text)) {
			return;
		}
		CompactJws before = CompactJws.read(text, MAX_LENGTH);
		try {
			CompactJws after = CompactJws.read(changed, MAX_LENGTH);
			boolean same = Arrays.equals(after.signingInput(), before.signingInput())
					&& Arrays.equals(after.signature().decode(), before.signature().decode());
			assertThat(same).isFalse();
		}
		catch (MalformedJwsException ex) {
			assertThat(ex).hasMessageNotContaining(changed);
		}
	}

	@Provide
	Arbitrary<Map<String, Object>> claims() {
		// whole characters: the writer has no bytes for half of one
		Arbitrary<String> texts = Arbitraries.strings()
			.all()
			.ofMaxLength(20)
			.filter((text) -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text));
		Arbitrary<Object> values = Arbitraries.lazyOf(() -> texts.map((text) -> (Object) text),
				() -> Arbitraries.longs().map((number) -> (Object) number),
				() -> Arbitraries.of(true, false).map((truth) -> (Object) truth),
				() -> texts.list().ofMaxSize(3).map((list) -> (Object) List.copyOf(list)),
				() -> Arbitraries.maps(texts, Arbitraries.longs()).ofMaxSize(3).map((map) -> (Object) map));
		// names that no rule of types is for
		return Arbitraries.maps(texts.map((name) -> "x" + name), values)
			.ofMaxSize(5)
			.map((claims) -> new LinkedHashMap<>(claims));
	}

	private static String write(Map<String, Object> claims) {
		return encode(HEADER) + "." + encode(JSONObjectUtils.toJSONString(claims)) + ".c2lnbmVk";
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
