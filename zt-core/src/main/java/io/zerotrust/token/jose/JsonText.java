package io.zerotrust.token.jose;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.shaded.gson.Strictness;
import com.nimbusds.jose.shaded.gson.stream.JsonReader;
import com.nimbusds.jose.shaded.gson.stream.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object that leaves no choice how to read it (RFC 8259): UTF-8, each name
 * once in its object, no lone surrogate, not too deep. The parser is the one Nimbus
 * brings along; Nimbus itself lets duplicates within inner objects pass.
 *
 * @since 0.1.0
 */
public final class JsonText {

	private static final int DEEPEST = 32;

	/**
	 * More characters than any number needs that keeps its digits in 64 bits.
	 */
	private static final int LONGEST_NUMBER = 32;

	private final JsonReader reader;

	private JsonText(String text) {
		this.reader = new JsonReader(new StringReader(text));
		this.reader.setStrictness(Strictness.STRICT);
		this.reader.setNestingLimit(DEEPEST);
	}

	/**
	 * Read an object.
	 * @param utf8 its text
	 * @return its members in the order they stand in the text, {@code null} for those
	 * that are; integers are of type {@code Long} if they fit, other numbers of type
	 * {@code Double}
	 * @throws MalformedJwsException if it is not an object, or not only one
	 */
	public static Map<String, @Nullable Object> read(byte[] utf8) throws MalformedJwsException {
		return object(ByteBuffer.wrap(utf8), "the text");
	}

	/**
	 * Read an object.
	 * @param utf8 its text
	 * @param name what it is, for the message
	 * @return its members in the order they stand in the text; integers are of type
	 * {@code Long} if they fit, other numbers of type {@code Double}
	 * @throws MalformedJwsException if it is not an object, or not only one
	 */
	static Map<String, @Nullable Object> object(ByteBuffer utf8, String name) throws MalformedJwsException {
		try {
			String text = text(utf8);
			JsonText json = new JsonText(text);
			// the parser would skip a byte order mark
			if (!text.startsWith("\ufeff") && json.reader.peek() == JsonToken.BEGIN_OBJECT) {
				Map<String, @Nullable Object> members = json.object();
				if (json.reader.peek() == JsonToken.END_DOCUMENT) {
					return members;
				}
			}
		}
		catch (CharacterCodingException ex) {
			throw new MalformedJwsException(name + " is not UTF-8");
		}
		catch (AmbiguousException ex) {
			throw new MalformedJwsException(name + " " + ex.getMessage());
		}
		catch (IOException | IllegalStateException | NumberFormatException ex) {
			// its message quotes the text
		}
		throw new MalformedJwsException(name + " is not a JSON object");
	}

	private static String text(ByteBuffer utf8) throws CharacterCodingException {
		byte[] bytes = utf8.array();
		for (int i = utf8.position(); i < utf8.limit(); i++) {
			if (bytes[i] < 0) {
				// a new decoder reports what is malformed
				return StandardCharsets.UTF_8.newDecoder().decode(utf8.duplicate()).toString();
			}
		}
		return new String(bytes, utf8.position(), utf8.remaining(), StandardCharsets.ISO_8859_1);
	}

	private Map<String, @Nullable Object> object() throws IOException {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		this.reader.beginObject();
		while (this.reader.hasNext()) {
			String name = whole(this.reader.nextName());
			if (members.containsKey(name)) {
				throw new AmbiguousException("has a member twice");
			}
			members.put(name, value());
		}
		this.reader.endObject();
		return Collections.unmodifiableMap(members);
	}

	private @Nullable Object value() throws IOException {
		return switch (this.reader.peek()) {
			case BEGIN_OBJECT -> object();
			case BEGIN_ARRAY -> array();
			case STRING -> whole(this.reader.nextString());
			case NUMBER -> number(this.reader.nextString());
			case BOOLEAN -> this.reader.nextBoolean();
			case NULL -> {
				this.reader.nextNull();
				yield null;
			}
			case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new IllegalStateException("no value");
		};
	}

	private List<@Nullable Object> array() throws IOException {
		List<@Nullable Object> elements = new ArrayList<>();
		this.reader.beginArray();
		while (this.reader.hasNext()) {
			elements.add(value());
		}
		this.reader.endArray();
		return Collections.unmodifiableList(elements);
	}

	private static Number number(String digits) throws AmbiguousException {
		if (digits.length() > LONGEST_NUMBER) {
			throw new AmbiguousException("has a number of more than " + LONGEST_NUMBER + " characters");
		}
		double number = Double.parseDouble(digits);
		if (Double.isInfinite(number)) {
			throw new AmbiguousException("has a number nobody can hold");
		}
		boolean integer = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
		return integer ? integer(digits, number) : Double.valueOf(number);
	}

	private static Number integer(String digits, double number) {
		try {
			return Long.parseLong(digits);
		}
		catch (NumberFormatException ex) {
			return number;
		}
	}

	/**
	 * Lone surrogates are no characters: different ones become the same in UTF-8.
	 */
	private static String whole(String text) throws AmbiguousException {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isSurrogate(c)) {
				boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
						&& Character.isLowSurrogate(text.charAt(i + 1));
				if (!pair) {
					throw new AmbiguousException("has half a character");
				}
				i++;
			}
		}
		return text;
	}

	/**
	 * JSON that others may read otherwise.
	 */
	private static final class AmbiguousException extends IOException {

		private static final long serialVersionUID = 1L;

		AmbiguousException(String message) {
			super(message);
		}

		@Override
		public synchronized Throwable fillInStackTrace() {
			return this;
		}

	}

}
