package io.zerotrust.spring.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Makes up texts that are no good tokens: made of nothing, of headers and claims that
 * break a rule, some of them soundly signed, and of good tokens that something was done
 * to. The same seed makes the same texts of the same tokens.
 */
public final class MalformedTokens {

	private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private static final String OTHERS = "+/=~. ,;:%\"'\\<>{}[]()@\t\u0000\u007f\u0080\u00e9\u00ff\u0142\u2028\ud800\udc00\ufeff";

	private static final List<String> HEADERS = List.of("", "null", "[]", "{", "{}", "1", "\"a\"", "{\"alg\":1}",
			"{\"alg\":\"none\"}", "{\"alg\":\"None\"}", "{\"alg\":\"\"}", "{\"alg\":null}", "{\"alg\":[\"RS256\"]}",
			"{\"alg\":\"RS256\",\"alg\":\"RS256\"}", "{\"alg\":\"RS256\",\"\\u0061lg\":\"HS256\"}",
			"{\"alg\":\"RS256\",\"kid\":null}", "{\"alg\":\"RS256\",\"kid\":7}", "{\"alg\":\"RS256\",\"kid\":\"\"}",
			"{\"alg\":\"RS256\",\"kid\":\"../../etc/passwd\"}", "{\"alg\":\"RS256\",\"kid\":\"' or 1=1 --\"}",
			"{\"alg\":\"RS256\",\"kid\":\"\\u0000\"}", "{\"alg\":\"RS256\",\"kid\":\"\\ud800\"}",
			"{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(5000) + "\"}",
			"{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}", "{\"alg\":\"RS256\",\"crit\":[]}",
			"{\"alg\":\"RS256\",\"crit\":null}", "{\"alg\":\"RS256\",\"b64\":false}", "{\"alg\":\"HS256\"}",
			"{\"alg\":\"RS257\"}", "{\"alg\":\"rs256\"}", "{\"alg\":\"RS256 \"}", "{\"alg\":\"dir\"}",
			"{\"alg\":\"RSA1_5\",\"enc\":\"A128GCM\"}", "{\"alg\":\"PBES2-HS256+A128KW\",\"p2c\":2147483647}",
			"{\"alg\":\"RS256\",\"typ\":7}", "{\"alg\":\"RS256\",\"typ\":\"dpop+jwt\"}",
			"{\"alg\":\"RS256\",\"jwk\":7}", "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\"}}",
			"{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
			"{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}}",
			"{\"alg\":\"RS256\",\"typ\":\"logout+jwt\",\"jku\":7,\"x5u\":\"http://169.254.169.254/\",\"x5c\":{}}",
			"\ufeff{\"alg\":\"RS256\"}", "{\"alg\":\"RS256\"}{}",
			"{\"alg\":\"RS256\",\"a\":" + "[".repeat(400) + "]".repeat(400) + "}", "{\"alg\":\"RS256\",\"a\":1e9999}",
			"{\"alg\":\"RS256\",}", "{'alg':'RS256'}", "{\"alg\":\"RS256\"//\n}");

	private static final List<String> CLAIMS = List.of("", "null", "[]", "{", "true", "{\"iss\":1}", "{\"iss\":null}",
			"{\"iss\":\"\"}", "{\"sub\":7}", "{\"sub\":{}}", "{\"aud\":{}}", "{\"aud\":[1]}", "{\"exp\":\"tomorrow\"}",
			"{\"exp\":-1}", "{\"exp\":1e300}", "{\"exp\":1e9999}", "{\"exp\":9223372036854775807}",
			"{\"exp\":" + "9".repeat(4000) + "}", "{\"iat\":[]}", "{\"nbf\":false}", "{\"jti\":7}",
			"{\"iss\":\"a\",\"iss\":\"b\"}", "{\"a\":{\"b\":1,\"b\":2}}", "{\"sub\":\"\\ud800\"}", "{\"a\":NaN}",
			"{\"a\":" + "{\"a\":".repeat(300) + "1" + "}".repeat(300) + "}", "{\"a\":" + "[".repeat(4000),
			"{\"a\":\"\\u12\"}", "{\"a\":\"\n\"}", "{\"a\":1}x", "\ufeff{}", "{\"cnf\":7}", "{\"cnf\":{\"jkt\":7}}");

	private final Random random;

	private final List<String> good;

	private final List<String> signed = new ArrayList<>();

	/**
	 * Create the maker.
	 * @param seed what chance begins with
	 * @param good good tokens
	 * @param members claims of a good token, a JSON object
	 * @param header header of a good token, a JSON object
	 * @param signer adds a sound signature to header and claims
	 */
	public MalformedTokens(long seed, List<String> good, String header, String members, UnaryOperator<String> signer) {
		this.random = new Random(seed);
		this.good = List.copyOf(good);
		for (String wrong : HEADERS) {
			this.signed.add(signer.apply(encode(wrong) + "." + encode(members)));
		}
		for (String wrong : CLAIMS) {
			this.signed.add(signer.apply(encode(header) + "." + encode(wrong)));
			if (wrong.startsWith("{\"")) {
				// everything else as it should be
				String all = wrong.substring(0, 1) + members.strip().substring(1, members.strip().length() - 1) + ","
						+ wrong.substring(1);
				this.signed.add(signer.apply(encode(header) + "." + encode(all)));
			}
		}
		for (byte[] wrong : List.of(members.getBytes(StandardCharsets.UTF_16), new byte[] { '{', (byte) 0xff, '}' },
				new byte[0], new byte[] { (byte) 0xc0, (byte) 0x80 })) {
			this.signed.add(signer.apply(encode(header) + "." + encode(wrong)));
			this.signed.add(signer.apply(encode(wrong) + "." + encode(members)));
		}
	}

	/**
	 * Make up a text.
	 */
	public String next() {
		return switch (this.random.nextInt(10)) {
			case 0 -> text(this.random.nextInt(200), LETTERS + OTHERS);
			case 1 -> text(this.random.nextInt(40), LETTERS) + "." + text(this.random.nextInt(40), LETTERS) + "."
					+ text(this.random.nextInt(40), LETTERS + "..");
			case 2 ->
				encode(any(HEADERS)) + "." + encode(any(CLAIMS)) + "." + text(1 + this.random.nextInt(400), LETTERS);
			case 3, 4 -> any(this.signed);
			case 5 -> mutated(any(this.signed));
			default -> differs(any(this.good));
		};
	}

	/**
	 * Do something to a good token until it is another text. Since there is one way to
	 * write the same bytes, it is another token.
	 */
	private String differs(String token) {
		String other = token;
		while (other.equals(token)) {
			other = mutated(token);
		}
		return other;
	}

	private String mutated(String token) {
		if (token.isEmpty()) {
			return ".";
		}
		int place = this.random.nextInt(token.length());
		String[] parts = token.split("\\.", -1);
		return switch (this.random.nextInt(9)) {
			case 0 -> token.substring(0, place) + character(LETTERS) + token.substring(place + 1);
			case 1 -> token.substring(0, place) + character(OTHERS) + token.substring(place + 1);
			case 2 -> token.substring(0, place) + character(LETTERS + OTHERS) + token.substring(place);
			case 3 -> token.substring(0, place) + token.substring(place + 1);
			case 4 -> token.substring(0, place);
			case 5 -> token + any(List.of(".", "=", "A", "." + token, "....", "\u0000"));
			case 6 -> any(List.of(parts)) + "." + any(List.of(parts)) + "." + any(List.of(parts));
			case 7 -> token.replace(".", any(List.of("..", "", "%2e", " .")));
			default -> token.substring(place) + token.substring(0, place);
		};
	}

	private String text(int length, String alphabet) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(character(alphabet));
		}
		return text.toString();
	}

	private char character(String alphabet) {
		return alphabet.charAt(this.random.nextInt(alphabet.length()));
	}

	private String any(List<String> texts) {
		return texts.get(this.random.nextInt(texts.size()));
	}

	private static String encode(String json) {
		return encode(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String encode(byte[] json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
	}

}
