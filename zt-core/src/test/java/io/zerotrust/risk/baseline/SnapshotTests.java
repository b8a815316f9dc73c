package io.zerotrust.risk.baseline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.zerotrust.risk.baseline.SnapshotResult.Cause;
import io.zerotrust.risk.baseline.SnapshotResult.Loaded;
import io.zerotrust.risk.baseline.SnapshotResult.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SnapshotTests {

	private static final PseudonymKeys KEYS = PseudonymKeys.of("a secret of at least 32 characters");

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final int LIMIT = 4096;

	@Test
	void readWhenWrittenThenIsThereAgain() throws IOException {
		byte[] bytes = write(new Words("a", 1).know("alice", "laptop"), new Words("b", 3).know("bob", "phone"));
		Words a = new Words("a", 1).know("mallory", "learned meanwhile");
		Words b = new Words("b", 3);
		SnapshotResult result = read(bytes, a, b);
		assertThat(result).isEqualTo(new Loaded(NOW, List.of("a", "b"), List.of(), bytes.length));
		assertThat(a.words()).containsExactly(Map.entry("alice", "laptop"));
		assertThat(b.words()).containsExactly(Map.entry("bob", "phone"));
	}

	@Test
	void writeWhenTwiceThenIsTheSameBytes() throws IOException {
		Words words = new Words("a", 1).know("alice", "laptop");
		assertThat(write(words)).isEqualTo(write(words));
	}

	@Test
	void readWhenEmptyThenLoaded() throws IOException {
		assertThat(read(write())).isInstanceOf(Loaded.class);
	}

	@Test
	void readWhenSectionIsUnknownThenSkipped() throws IOException {
		byte[] bytes = write(new Words("gone", 1).know("x", "y"), new Words("a", 1).know("alice", "laptop"));
		Words a = new Words("a", 1);
		assertThat(read(bytes, a)).isEqualTo(new Loaded(NOW, List.of("a"), List.of("gone"), bytes.length));
		assertThat(a.words()).containsKey("alice");
	}

	@Test
	void readWhenSectionIsNotInItThenStaysAsItIs() throws IOException {
		Words added = new Words("added", 1).know("alice", "laptop");
		assertThat(read(write(new Words("a", 1)), new Words("a", 1), added)).isInstanceOf(Loaded.class);
		assertThat(added.words()).containsKey("alice");
	}

	@Test
	void readWhenSectionIsNewerThenRefusedAndNothingChanges() throws IOException {
		byte[] bytes = write(new Words("a", 1).know("alice", "laptop"), new Words("b", 2));
		Words a = new Words("a", 1);
		assertThat(read(bytes, a, new Words("b", 1)))
			.isEqualTo(new Refused(Cause.NEWER, "its section b has version 2, and this zt reads versions up to 1"));
		assertThat(a.words()).isEmpty();
	}

	@Test
	void readWhenSectionIsOlderThenItsVersionIsTold() throws IOException {
		Words a = new Words("a", 2);
		assertThat(read(write(new Words("a", 1).know("alice", "laptop")), a)).isInstanceOf(Loaded.class);
		assertThat(a.words()).containsKey("alice");
	}

	@Test
	void readWhenFormatIsNewerThenRefused() throws IOException {
		byte[] bytes = write(new Words("a", 1));
		bytes[11] = 2;
		assertThat(read(bytes, new Words("a", 1)))
			.isEqualTo(new Refused(Cause.NEWER, "it has format 2, and this zt reads formats up to 1"));
	}

	@Test
	void readWhenSecretIsAnotherThenRefusedWithoutEither() throws IOException {
		PseudonymKeys others = PseudonymKeys.of("another secret of at least 32 characters");
		byte[] bytes = new SnapshotWriter(others, LIMIT).write(List.of(new Words("a", 1)), NOW);
		Refused refused = (Refused) read(bytes, new Words("a", 1));
		assertThat(refused.cause()).isEqualTo(Cause.OTHER_SECRET);
		assertThat(refused.detail()).contains(KEYS.fingerprint(), others.fingerprint()).doesNotContain("another");
	}

	@Test
	void readWhenSecondSectionCannotBeReadThenFirstIsNotChangedEither() throws IOException {
		byte[] bytes = write(new Words("a", 1).know("alice", "laptop"), new Words("b", 1).know("bob", "phone"));
		Words a = new Words("a", 1);
		Words b = new Words("b", 1).stumble(new NegativeArraySizeException("-1"));
		Refused refused = (Refused) read(bytes, a, b);
		assertThat(refused.cause()).isEqualTo(Cause.CORRUPT);
		assertThat(refused.detail()).contains("section b cannot be read").contains("-1");
		assertThat(a.words()).isEmpty();
	}

	@Test
	void readWhenSectionLeavesBytesOverThenRefused() throws IOException {
		byte[] bytes = write(new Words("a", 1).know("alice", "laptop"));
		assertThat(new SnapshotReader(KEYS, LIMIT).read(new ByteArrayInputStream(bytes),
				Map.of("a", new FirstIntOnly("a"))))
			.isEqualTo(new Refused(Cause.CORRUPT, "its section a cannot be read: bytes are left over"));
	}

	@Test
	void readWhenSectionAsksForMoreThanItHasThenRefused() throws IOException {
		byte[] bytes = write(new FirstIntOnly("a"), new Words("b", 1).know("bob", "phone"));
		Words a = new Words("a", 1);
		assertThat(read(bytes, a, new Words("b", 1))).isInstanceOf(Refused.class);
	}

	@Test
	void writeWhenLongerThanTheLimitThenFails() throws IOException {
		Words words = new Words("a", 1);
		int empty = write(words).length;
		words.know("alice", "x".repeat(LIMIT - empty - 9));
		assertThat(write(words)).hasSize(LIMIT);
		words.know("b", "");
		assertThatIOException().isThrownBy(() -> write(words)).withMessageContaining("longer than the limit");
	}

	@Test
	void readWhenSourceNeverEndsThenStopsBehindTheLimit() throws IOException {
		long[] handedOut = new long[1];
		InputStream endless = new InputStream() {

			@Override
			public int read() {
				handedOut[0]++;
				return 'Z';
			}

		};
		assertThat(new SnapshotReader(KEYS, LIMIT).read(endless, Map.of()))
			.isEqualTo(new Refused(Cause.CORRUPT, "it is longer than the limit of 4096 bytes"));
		assertThat(handedOut[0]).isEqualTo(LIMIT + 1);
	}

	@Test
	void readWhenSourceBreaksThenItIsNotTheSnapshotThatIsCorrupt() {
		InputStream broken = new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("disk");
			}

		};
		assertThatIOException().isThrownBy(() -> new SnapshotReader(KEYS, LIMIT).read(broken, Map.of()))
			.withMessage("disk");
	}

	private static byte[] write(BaselineSection... sections) throws IOException {
		return new SnapshotWriter(KEYS, LIMIT).write(List.of(sections), NOW);
	}

	private static SnapshotResult read(byte[] bytes, BaselineSection... sections) throws IOException {
		Map<String, BaselineSection> byName = new LinkedHashMap<>();
		for (BaselineSection section : sections) {
			byName.put(section.name(), section);
		}
		return new SnapshotReader(KEYS, LIMIT).read(new ByteArrayInputStream(bytes), byName);
	}

}
