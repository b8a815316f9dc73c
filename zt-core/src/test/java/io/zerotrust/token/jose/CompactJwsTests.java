package io.zerotrust.token.jose;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.JWK;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is read of a token, and what is not even looked at.
 */
class CompactJwsTests {

	private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"k\"}";

	private static final String SIGNATURE = "c2lnbmF0dXJl";

	private static final String JOE = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

	@Test
	void readWhenTokenIsSoundThenSaysWhatStandsInIt() throws MalformedJwsException {
		CompactJws jws = read(HEADER,
				"{\"iss\":\"a\",\"exp\":1300819380,\"nbf\":1.5,\"aud\":[\"b\"],\"x\":{\"y\":[1,null,{}]},\"\u00e9\":true}");
		assertThat(jws.issuer()).isEqualTo("a");
		assertThat(jws.header().getKeyID()).isEqualTo("k");
		assertThat(jws.members()).containsEntry("alg", "RS256");
		assertThat(jws.claims()).containsEntry("exp", 1300819380L)
			.containsEntry("nbf", 1.5)
			.containsEntry("\u00e9", true)
			.containsKeys("x", "aud");
		assertThat(new String(jws.signingInput(), StandardCharsets.US_ASCII)).startsWith(encode(HEADER) + ".")
			.doesNotContain(SIGNATURE);
		assertThat(jws.signature()).hasToString(SIGNATURE);
		assertThat(jws.encodedHeader()).isEqualTo(encode(HEADER));
		assertThat(jws).hasToString("CompactJws[RS256]");
	}

	// RFC 7515 appendices A.2 and A.3
	@ParameterizedTest
	@CsvSource(delimiter = '|', maxCharsPerColumn = 2000,
			textBlock = """
					eyJhbGciOiJSUzI1NiJ9 | cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw | {"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}
					eyJhbGciOiJFUzI1NiJ9 | DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q | {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
					""")
	@Tag("J5")
	@Tag("AT12")
	void readWhenExampleOfTheStandardThenVerifies(String header, String signature, String jwk)
			throws MalformedJwsException, ParseException {
		CompactJws jws = CompactJws.read(header + "." + JOE + "." + signature, 1000);
		PublicKey key = Objects.requireNonNull(PublicKeys.of(JWK.parse(jwk)));
		assertThat(jws.claims()).containsEntry("iss", "joe").containsEntry("http://example.com/is_root", true);
		assertThat(new Signatures(null).verify(jws, key)).isTrue();
		char other = (signature.charAt(0) == 'A') ? 'B' : 'A';
		CompactJws forged = CompactJws.read(header + "." + JOE + "." + other + signature.substring(1), 1000);
		assertThat(new Signatures(null).verify(forged, key)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "+", "/", "=", "\u0000", "\u00e9", "\u0142", "%", ",", "\n", "\ud83d\ude00" })
	@Tag("J15")
	void readWhenCharacterIsNoneOfBase64UrlThenRefused(String character) {
		String token = jws(HEADER, "{}");
		for (int place : new int[] { 0, 5, token.indexOf('.'), token.lastIndexOf('.') + 1, token.length() }) {
			refused(token.substring(0, place) + character + token.substring(place), "a character is none of base64url");
		}
	}

	@ParameterizedTest
	@CsvSource({ "'', fewer than three parts", "a, fewer than three parts", "., a part is empty", ".., a part is empty",
			"e30., fewer than three parts", ".e30.e30, a part is empty", "e30..e30, a part is empty",
			"e30.e30, fewer than three parts", "e30.e30.e30.e30, more than three parts",
			"e30.e30.e30., more than three parts", "e30.e30.e30.e30.e30, more than three parts",
			"e.e30.e30, a part is not canonical base64url", "e31.e30.e30, a part is not canonical base64url",
			"e30.ef.e30, a part is not canonical base64url", "e30.e30.e31, a part is not canonical base64url",
			"e30.e30.aaaaa, a part is not canonical base64url" })
	@Tag("J15")
	void readWhenPartsAreWrongThenRefused(String token, String rule) {
		refused(token, rule);
	}

	@Test
	void readWhenLongerThanAllowedThenNotLookedAt() throws MalformedJwsException {
		String token = jws(HEADER, "{}");
		assertThat(CompactJws.read(token, token.length())).isNotNull();
		assertThatExceptionOfType(MalformedJwsException.class)
			.isThrownBy(() -> CompactJws.read(token, token.length() - 1))
			.withMessage("longer than " + (token.length() - 1) + " characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "1", "\"a\"", "[]", "{", "}", "{}{}", "{} x", "{a:1}", "{'a':1}", "{\"a\":1,}",
			"{\"a\"}", "{\"a\":}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":NaN}", "{\"a\":Infinity}",
			"{\"a\":TRUE}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\n\"}", "//\n{}", "{\"a\":1;\"b\":2}",
			"\ufeff{}", "{\"a\":[1,]}", "{\"a\":tru}" })
	void readWhenNoJsonObjectThenRefused(String json) {
		if (!json.isEmpty()) {
			refused(jws(json, "{}"), "the header is not a JSON object");
			refused(jws(HEADER, json), "the payload is not a JSON object");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "{\"a\":{\"b\":1,\"b\":2}}",
			"{\"a\":[{\"b\":{\"c\":1,\"c\":null}}]}", "{\"iss\":\"a\",\"x\":0,\"iss\":\"b\"}" })
	void readWhenMemberIsThereTwiceThenRefusedAtAnyDepth(String json) {
		refused(jws(json, "{}"), "the header has a member twice");
		refused(jws(HEADER, json), "the payload has a member twice");
	}

	@Test
	@Tag("J8")
	void readWhenNotUtf8ThenRefused() {
		for (byte[] wrong : List.of(new byte[] { (byte) 0xe9 }, new byte[] { (byte) 0xc0, (byte) 0x80 },
				new byte[] { (byte) 0xed, (byte) 0xa0, (byte) 0x80 }, new byte[] { (byte) 0xf8 },
				new byte[] { (byte) 0xff, (byte) 0xfe })) {
			byte[] json = "{\"a\":\"????\"}".getBytes(StandardCharsets.US_ASCII);
			System.arraycopy(wrong, 0, json, 6, wrong.length);
			String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(json);
			refused(encode(HEADER) + "." + encoded + "." + SIGNATURE, "the payload is not UTF-8");
			refused(encoded + "." + encode("{}") + "." + SIGNATURE, "the header is not UTF-8");
		}
		String utf16 = Base64.getUrlEncoder().withoutPadding().encodeToString("{}".getBytes(StandardCharsets.UTF_16BE));
		refused(encode(HEADER) + "." + utf16 + "." + SIGNATURE, "the payload is not a JSON object");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "x\\ud83dx" })
	@Tag("J8")
	void readWhenHalfACharacterThenRefused(String half) {
		refused(jws(HEADER, "{\"sub\":\"" + half + "\"}"), "the payload has half a character");
		refused(jws(HEADER, "{\"" + half + "\":1}"), "the payload has half a character");
	}

	@Test
	void readWhenCharacterOfTwoHalvesThenRead() throws MalformedJwsException {
		assertThat(read(HEADER, "{\"sub\":\"\\ud83d\\ude00\"}").claims()).containsEntry("sub", "\ud83d\ude00");
	}

	@Test
	void readWhenDeepThenRefusedAndNotRecursedInto() throws MalformedJwsException {
		assertThat(read(HEADER, "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}")).isNotNull();
		refused(jws(HEADER, "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}"), "the payload is not a JSON object");
		refused(jws(HEADER, "{\"a\":" + "[".repeat(3000)), "the payload is not a JSON object");
		refused(jws("{\"a\":".repeat(1500), "{}"), "the header is not a JSON object");
	}

	@ParameterizedTest
	@CsvSource({ "9223372036854775807, java.lang.Long", "-9223372036854775808, java.lang.Long", "0, java.lang.Long",
			"-0, java.lang.Long", "9223372036854775808, java.lang.Double", "1.0, java.lang.Double",
			"1e3, java.lang.Double", "-1E-3, java.lang.Double", "99999999999999999999, java.lang.Double",
			"1000000000000000000, java.lang.Long" })
	void readWhenNumberThenAsNimbusReadsIt(String number, Class<?> type) throws MalformedJwsException, ParseException {
		Object read = read(HEADER, "{\"a\":" + number + "}").claims().get("a");
		assertThat(read).isInstanceOf(type)
			.isEqualTo(com.nimbusds.jose.util.JSONObjectUtils.parse("{\"a\":" + number + "}").get("a"));
	}

	@Test
	void readWhenNumberIsGiantThenRefused() {
		refused(jws(HEADER, "{\"a\":1e999}"), "the payload has a number nobody can hold");
		refused(jws(HEADER, "{\"a\":-1e999}"), "the payload has a number nobody can hold");
		refused(jws(HEADER, "{\"a\":" + "9".repeat(5000) + "}"), "the payload is not a JSON object");
		refused(jws(HEADER, "{\"a\":" + "9".repeat(33) + "}"), "the payload has a number of more than 32 characters");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			{}                                  | the header has no text as alg
			{"alg":null}                        | the header has no text as alg
			{"alg":""}                          | the header has no text as alg
			{"alg":["RS256"]}                   | the header has no text as alg
			{"alg":"none"}                      | alg is none
			{"alg":"RS256","typ":1}             | the header has no text as typ
			{"alg":"RS256","kid":1}             | the header has no text as kid
			{"alg":"RS256","kid":""}            | the header has no text as kid
			{"alg":"RS256","kid":"\\n"}         | kid is too long or not printable ASCII
			{"alg":"RS256","kid":"\\u0000"}     | kid is too long or not printable ASCII
			{"alg":"RS256","kid":"é"}           | kid is too long or not printable ASCII
			{"alg":"RS256","crit":["exp"]}      | the header asks for an extension
			{"alg":"RS256","crit":[]}           | the header asks for an extension
			{"alg":"RS256","b64":true}          | the header asks for an extension
			{"alg":"RS256","jwk":"a"}           | jwk is no object
			{"alg":"RS256","jwk":{}}            | the header is none of a JWS
			""")
	@Tag("J11")
	@Tag("J4")
	void readWhenHeaderIsWrongThenRefused(String header, String rule) {
		refused(jws(header, "{}"), rule);
	}

	@Test
	@Tag("J11")
	void readWhenKidIsHugeThenRefused() throws MalformedJwsException {
		assertThat(read("{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(256) + "\"}", "{}")).isNotNull();
		refused(jws("{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(257) + "\"}", "{}"),
				"kid is too long or not printable ASCII");
	}

	@Test
	@Tag("J11")
	void readWhenHeaderPointsToKeysThenNobodyCanFollow() throws MalformedJwsException {
		CompactJws jws = read("{\"alg\":\"RS256\",\"jku\":\"http://169.254.169.254/\",\"x5u\":7,\"x5c\":[\"a\"]}",
				"{}");
		assertThat(jws.header().getJWKURL()).isNull();
		assertThat(jws.header().getX509CertURL()).isNull();
		assertThat(jws.header().getX509CertChain()).isNull();
	}

	// J6: what is no point of the curve is no key
	@Test
	@Tag("J6")
	void readWhenKeyIsNoPointOfItsCurveThenRefused() {
		String x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
		refused(jws("{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x + "\",\"y\":\"" + x
				+ "\"}}", "{}"), "the header is none of a JWS");
	}

	@Test
	void readWhenSignatureIsMissingThenRefused() {
		refused(jws(HEADER, "{}").replace(SIGNATURE, ""), "the signature is empty");
		refused(jws("{\"alg\":\"none\"}", "{}").replace(SIGNATURE, ""), "alg is none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"iss\":1", "\"iss\":null", "\"sub\":7", "\"jti\":[]", "\"exp\":\"1300819380\"",
			"\"exp\":null", "\"exp\":-1", "\"exp\":1e18", "\"exp\":9223372036854775807", "\"iat\":true", "\"nbf\":{}",
			"\"aud\":{}", "\"aud\":1", "\"aud\":[\"a\",1]", "\"aud\":[null]", "\"cnf\":\"text\"", "\"cnf\":null",
			"\"cnf\":{\"jkt\":7}", "\"cnf\":{\"x5t#S256\":[]}" })
	void readWhenRegisteredClaimIsOfAnotherTypeThenRefused(String claim) {
		refused(jws(HEADER, "{" + claim + "}"),
				"the claim " + claim.substring(1, claim.indexOf('"', 1)) + " is of the wrong type");
	}

	// whatever is wrong with a key, it is the header that is refused
	@ParameterizedTest
	@ValueSource(strings = { "RSA", "EC", "OKP", "oct", "AKP", "" })
	void readWhenKeyIsOddThenReadOrRefused(String kind) {
		List<String> names = List.of("kty", "n", "e", "d", "p", "q", "dp", "dq", "qi", "oth", "crv", "x", "y", "k",
				"use", "key_ops", "alg", "kid", "exp", "nbf", "iat", "revoked", "pub", "priv");
		List<String> values = List.of("null", "7", "1e300", "-1", "true", "\"\"", "\"AA\"", "\"\u0000\"", "[]",
				"[null]", "[7]", "[[]]", "[{}]", "{}", "{\"a\":null}", "\"P-256\"", "\"Ed25519\"", "\"sig\"",
				"{\"revoked_at\":null}", "{\"revoked_at\":1,\"reason\":7}");
		String sound = "\"kty\":\"" + kind + "\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"crv\":\""
				+ (kind.equals("OKP") ? "Ed25519" : "P-256")
				+ "\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
				+ "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\",\"k\":\"AA\"";
		for (String name : names) {
			for (String value : values) {
				String odd = Arrays.stream(sound.split(","))
					.filter((member) -> !member.startsWith("\"" + name + "\""))
					.collect(Collectors.joining(","));
				String key = "{" + odd + (odd.isEmpty() ? "" : ",") + "\"" + name + "\":" + value + "}";
				assertThatCode(() -> {
					try {
						read("{\"alg\":\"ES256\",\"jwk\":" + key + "}", "{}");
					}
					catch (MalformedJwsException ex) {
						assertThat(ex).hasMessageContaining("header");
					}
				}).as(key).doesNotThrowAnyException();
			}
		}
	}

	private static void refused(String token, String rule) {
		assertThatExceptionOfType(MalformedJwsException.class).isThrownBy(() -> CompactJws.read(token, 16384))
			.withMessage(rule)
			.withNoCause();
	}

	private static CompactJws read(String header, String payload) throws MalformedJwsException {
		return CompactJws.read(jws(header, payload), 8192);
	}

	private static String jws(String header, String payload) {
		return encode(header) + "." + encode(payload) + "." + SIGNATURE;
	}

	private static String encode(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
