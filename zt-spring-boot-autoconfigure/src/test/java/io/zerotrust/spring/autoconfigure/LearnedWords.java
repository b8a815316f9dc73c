package io.zerotrust.spring.autoconfigure;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.zerotrust.risk.baseline.BaselineSection;
import io.zerotrust.risk.baseline.BaselineSource;
import io.zerotrust.risk.baseline.Remembered;

/**
 * Remembers names of subjects.
 */
final class LearnedWords implements BaselineSource, BaselineSection, Remembered {

	private volatile TreeSet<String> words = new TreeSet<>();

	LearnedWords(String... words) {
		this.words.addAll(List.of(words));
	}

	TreeSet<String> words() {
		return this.words;
	}

	@Override
	public List<BaselineSection> sections() {
		return List.of(this);
	}

	@Override
	public String name() {
		return "words";
	}

	@Override
	public int version() {
		return 1;
	}

	@Override
	public void write(DataOutput out) throws IOException {
		out.writeUTF(String.join(",", this.words));
	}

	@Override
	public Runnable read(DataInputStream in, int version) throws IOException {
		TreeSet<String> read = new TreeSet<>(List.of(in.readUTF().split(",")));
		return () -> this.words = read;
	}

	@Override
	public int principals() {
		return this.words.size();
	}

	@Override
	public int forget(String issuer, String subject) {
		return this.words.remove(subject) ? 1 : 0;
	}

	@Override
	public Optional<Map<String, Object>> export(String issuer, String subject) {
		return this.words.contains(subject) ? Optional.of(Map.of("known", true)) : Optional.empty();
	}

}
