package io.zerotrust.risk.baseline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;

import io.zerotrust.risk.baseline.SnapshotResult.Refused;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is changed in a snapshot: it is refused, and nothing of it is taken.
 */
class SnapshotFuzzTests {

	private static final PseudonymKeys KEYS = PseudonymKeys.of("a secret of at least 32 characters");

	private static final int LIMIT = 4096;

	private static final int[] HOSTILE = { -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x7fff0000, 1 << 30, 65536, 1, 0 };

	private final byte[] good;

	SnapshotFuzzTests() throws IOException {
		this.good = new SnapshotWriter(KEYS, LIMIT).write(
				List.of(new Words("a", 1).know("alice", "laptop"), new Words("b", 2).know("bob", "phone")),
				Instant.parse("2026-11-22T12:00:00Z"));
	}

	@Test
	void readWhenAnyByteIsChangedInAnyWayThenRefused() {
		for (int at = 0; at < this.good.length; at++) {
			for (int change = 1; change < 256; change++) {
				byte[] bytes = this.good.clone();
				bytes[at] ^= (byte) change;
				assertRefused(bytes, "byte " + at + " changed by " + change);
			}
		}
	}

	@Test
	void readWhenCutAnywhereThenRefused() {
		for (int length = 0; length < this.good.length; length++) {
			assertRefused(Arrays.copyOf(this.good, length), "cut to " + length);
		}
	}

	@Test
	void readWhenSomethingFollowsThenRefused() {
		for (int more = 1; more < 100; more++) {
			assertRefused(Arrays.copyOf(this.good, this.good.length + more), more + " bytes more");
		}
	}

	@Test
	void readWhenAnyFourBytesAreAHostileNumberThenRefused() {
		for (int at = 0; at <= this.good.length - Integer.BYTES; at++) {
			for (int number : HOSTILE) {
				byte[] bytes = this.good.clone();
				ByteBuffer.wrap(bytes).putInt(at, number);
				if (!Arrays.equals(bytes, this.good)) {
					assertRefused(bytes, number + " at " + at);
				}
			}
		}
	}

	/**
	 * Who knows the secret may write what he likes: sections that lie about themselves
	 * are refused all the same.
	 */
	@Test
	void readWhenSealedButHostileThenRefused() {
		int body = this.good.length - SnapshotFormat.SEAL;
		for (int at = SnapshotFormat.HEADER - Integer.BYTES; at <= body - Integer.BYTES; at++) {
			for (int number : HOSTILE) {
				byte[] bytes = Arrays.copyOf(this.good, body);
				ByteBuffer.wrap(bytes).putInt(at, number);
				if (!Arrays.equals(bytes, 0, body, this.good, 0, body)) {
					assertNothingHalf(sealed(bytes), number + " at " + at);
				}
			}
		}
	}

	@Test
	void readWhenShuffledAtRandomThenRefused() {
		Random random = new Random(30);
		for (int i = 0; i < 50_000; i++) {
			byte[] bytes = this.good.clone();
			for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
				int from = random.nextInt(bytes.length);
				int to = random.nextInt(bytes.length);
				int length = random.nextInt(1 + bytes.length - Math.max(from, to));
				System.arraycopy(this.good, from, bytes, to, length);
			}
			if (!Arrays.equals(bytes, this.good)) {
				assertRefused(bytes, Arrays.toString(bytes));
			}
		}
	}

	@FuzzTest
	void readWhenAnyBytesThenRefusedUnlessSealedHere(byte[] bytes) {
		if (!Arrays.equals(bytes, this.good)) {
			assertRefused(bytes, "");
			assertNothingHalf(sealed(bytes), "");
		}
	}

	private static byte[] sealed(byte[] body) {
		byte[] whole = Arrays.copyOf(body, body.length + SnapshotFormat.SEAL);
		System.arraycopy(KEYS.seal().doFinal(body), 0, whole, body.length, SnapshotFormat.SEAL);
		return whole;
	}

	private static void assertRefused(byte[] bytes, String what) {
		assertThat(assertNothingHalf(bytes, what)).as(what).isInstanceOf(Refused.class);
	}

	private static SnapshotResult assertNothingHalf(byte[] bytes, String what) {
		Words a = new Words("a", 1).know("kept", "kept");
		Words b = new Words("b", 2).know("kept", "kept");
		try {
			SnapshotResult result = new SnapshotReader(KEYS, LIMIT).read(new ByteArrayInputStream(bytes),
					Map.of("a", a, "b", b));
			if (result instanceof Refused refused) {
				assertThat(a.words()).as(what).containsOnlyKeys("kept");
				assertThat(b.words()).as(what).containsOnlyKeys("kept");
				assertThat(refused.detail()).as(what).isNotBlank().doesNotContain("laptop", "phone", "\n");
			}
			return result;
		}
		catch (IOException ex) {
			throw new AssertionError(what, ex);
		}
	}

}
