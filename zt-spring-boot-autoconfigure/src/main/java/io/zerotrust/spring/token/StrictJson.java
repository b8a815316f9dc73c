package io.zerotrust.spring.token;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.shaded.gson.JsonParseException;
import com.nimbusds.jose.shaded.gson.Strictness;
import com.nimbusds.jose.shaded.gson.stream.JsonReader;
import com.nimbusds.jose.shaded.gson.stream.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object in which no member stands twice, at any depth: two readers that
 * take different ones of them see different answers.
 */
final class StrictJson {

	private static final int DEEPEST = 16;

	private final JsonReader reader;

	private int depth;

	private StrictJson(String text) {
		this.reader = new JsonReader(new StringReader(text));
		this.reader.setStrictness(Strictness.STRICT);
	}

	/**
	 * Read an object.
	 * @param bytes its text in UTF-8
	 * @return the members; members that are null are left out
	 * @throws IllegalArgumentException if it is anything else
	 */
	static Map<String, Object> read(byte[] bytes) {
		try {
			StrictJson json = new StrictJson(
					StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
			Map<String, Object> members = json.object();
			if (json.reader.peek() != JsonToken.END_DOCUMENT) {
				throw new IllegalArgumentException("more than one JSON value");
			}
			return members;
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("not UTF-8");
		}
		catch (IOException | IllegalStateException | NumberFormatException | JsonParseException ex) {
			throw new IllegalArgumentException("not a JSON object");
		}
	}

	private Map<String, Object> object() throws IOException {
		Map<String, Object> members = new LinkedHashMap<>();
		List<String> absent = new ArrayList<>(0);
		enter();
		this.reader.beginObject();
		while (this.reader.hasNext()) {
			String name = this.reader.nextName();
			Object value = value();
			if (members.containsKey(name) || absent.contains(name)) {
				throw new IllegalArgumentException("a member stands twice");
			}
			if (value != null) {
				members.put(name, value);
			}
			else {
				absent.add(name);
			}
		}
		this.reader.endObject();
		this.depth--;
		return members;
	}

	private List<Object> array() throws IOException {
		List<Object> elements = new ArrayList<>();
		enter();
		this.reader.beginArray();
		while (this.reader.hasNext()) {
			Object value = value();
			if (value != null) {
				elements.add(value);
			}
		}
		this.reader.endArray();
		this.depth--;
		return elements;
	}

	private @Nullable Object value() throws IOException {
		return switch (this.reader.peek()) {
			case BEGIN_OBJECT -> object();
			case BEGIN_ARRAY -> array();
			case STRING -> this.reader.nextString();
			case BOOLEAN -> this.reader.nextBoolean();
			case NUMBER -> number(this.reader.nextString());
			case NULL -> {
				this.reader.nextNull();
				yield null;
			}
			default -> throw new IllegalArgumentException("not a JSON object");
		};
	}

	private static Number number(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) != '-' && !Character.isDigit(text.charAt(i))) {
				return Double.valueOf(text);
			}
		}
		return Long.valueOf(text);
	}

	private void enter() {
		if (++this.depth > DEEPEST) {
			throw new IllegalArgumentException("nested too deep");
		}
	}

}
