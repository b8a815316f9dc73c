package io.zerotrust.risk.baseline;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Remembers a word of each subject, and nothing else.
 */
final class Words implements BaselineSection, Remembered {

	private final String name;

	private final int version;

	private Map<String, String> words = new LinkedHashMap<>();

	private @Nullable RuntimeException stumble;

	Words(String name, int version) {
		this.name = name;
		this.version = version;
	}

	Words know(String subject, String word) {
		this.words.put(subject, word);
		return this;
	}

	Words stumble(RuntimeException ex) {
		this.stumble = ex;
		return this;
	}

	Map<String, String> words() {
		return this.words;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public int version() {
		return this.version;
	}

	@Override
	public void write(DataOutput out) throws IOException {
		out.writeInt(this.words.size());
		for (Map.Entry<String, String> entry : this.words.entrySet()) {
			out.writeUTF(entry.getKey());
			out.writeUTF(entry.getValue());
		}
	}

	@Override
	public Runnable read(DataInputStream in, int version) throws IOException {
		if (this.stumble != null) {
			throw this.stumble;
		}
		int count = in.readInt();
		if (count < 0 || count > in.available()) {
			throw new IOException("no such number of words: " + count);
		}
		List<String[]> read = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			read.add(new String[] { in.readUTF(), in.readUTF() });
		}
		return () -> {
			this.words = new LinkedHashMap<>();
			read.forEach((pair) -> this.words.put(pair[0], pair[1]));
		};
	}

	@Override
	public int principals() {
		return this.words.size();
	}

	@Override
	public int forget(String issuer, String subject) {
		return (this.words.remove(subject) != null) ? 1 : 0;
	}

	@Override
	public Optional<Map<String, Object>> export(String issuer, String subject) {
		String word = this.words.get(subject);
		return (word != null) ? Optional.of(Map.of("word", word)) : Optional.empty();
	}

}
