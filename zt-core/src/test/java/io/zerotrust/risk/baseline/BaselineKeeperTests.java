package io.zerotrust.risk.baseline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.zerotrust.risk.baseline.BaselineStatus.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BaselineKeeperTests {

	private static final PseudonymKeys KEYS = PseudonymKeys.of("a secret of at least 32 characters");

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private static final String ISSUER = "https://idp.example.com";

	private final Shelf shelf = new Shelf();

	private final Words words = new Words("words", 1);

	private final Erasures erasures = new Erasures(List.of(this.words));

	private final BaselineKeeper keeper = keeper(this.words, this.erasures);

	@Test
	void loadWhenNothingIsStoredThenStartsColdAndSaves() {
		this.keeper.load();
		assertThat(this.keeper.status().state()).isEqualTo(State.COLD);
		assertThat(this.keeper.status().why()).isEqualTo("nothing was stored");
		assertThat(this.keeper.status().isFailing()).isFalse();
		this.keeper.save();
		assertThat(this.keeper.status().saved()).isEqualTo(NOW);
		assertThat(this.keeper.status().bytes()).isEqualTo(stored().length);
	}

	@Test
	void loadWhenSavedBeforeThenIsWarm() {
		this.keeper.load();
		this.words.know("alice", "laptop");
		this.keeper.save();
		Words after = new Words("words", 1);
		BaselineKeeper restarted = keeper(after, new Erasures(List.of(after)));
		restarted.load();
		assertThat(restarted.status().state()).isEqualTo(State.WARM);
		assertThat(restarted.status().restored()).isEqualTo(NOW);
		assertThat(after.words()).containsKey("alice");
	}

	@Test
	void saveWhenNotReadYetThenDoesNotTouchWhatIsStored() {
		byte[] before = filled("alice");
		this.shelf.stored = before;
		this.shelf.failure = "connection refused";
		this.keeper.load();
		assertThat(this.keeper.status().state()).isEqualTo(State.UNREAD);
		assertThat(this.keeper.status().why()).contains("connection refused");
		this.shelf.failure = null;
		this.words.know("bob", "learned meanwhile");
		this.keeper.save();
		assertThat(stored()).isEqualTo(before);
		assertThat(this.keeper.status().saved()).isNull();
	}

	@Test
	void loadWhenStoreComesBackThenIsWarmAndSavesAgain() {
		this.shelf.stored = filled("alice");
		this.shelf.failure = "connection refused";
		this.keeper.load();
		this.keeper.load();
		assertThat(this.keeper.status().failures()).isEqualTo(2);
		assertThat(this.keeper.status().isFailing()).isTrue();
		this.shelf.failure = null;
		this.words.know("bob", "learned meanwhile");
		this.keeper.load();
		assertThat(this.keeper.status().state()).isEqualTo(State.WARM);
		assertThat(this.keeper.status().isFailing()).isFalse();
		assertThat(this.words.words()).containsOnlyKeys("alice");
		this.keeper.save();
		assertThat(this.keeper.status().saved()).isEqualTo(NOW);
	}

	@Test
	void loadWhenReadOnceThenIsNotReadAgain() {
		this.keeper.load();
		this.shelf.stored = filled("alice");
		this.keeper.load();
		assertThat(this.words.words()).isEmpty();
	}

	@Test
	void overwriteWhenNotReadThenOperatorGivesItUp() {
		this.shelf.stored = new byte[] { 1 };
		this.shelf.failure = "locked";
		this.keeper.load();
		this.shelf.failure = null;
		this.words.know("bob", "phone");
		this.keeper.overwrite();
		assertThat(this.keeper.status().state()).isEqualTo(State.COLD);
		assertThat(this.keeper.status().why()).contains("given up");
		assertThat(readable()).containsKey("bob");
	}

	@Test
	void loadWhenCorruptThenSetAsideAndCold() {
		byte[] corrupt = filled("alice");
		corrupt[60] ^= 1;
		this.shelf.stored = corrupt;
		this.keeper.load();
		assertThat(this.keeper.status().state()).isEqualTo(State.COLD);
		assertThat(this.keeper.status().why()).contains("checksum of section 1 of 1");
		assertThat(this.words.words()).isEmpty();
		assertThat(this.shelf.aside).containsExactly(Map.entry("corrupt-20261122T120000.000Z", corrupt));
		this.keeper.save();
		assertThat(readable()).isEmpty();
	}

	@Test
	void loadWhenSecretWasAnotherThenSetAsideUnderThatName() {
		this.shelf.stored = filled("alice", PseudonymKeys.of("another secret of at least 32 characters"));
		this.keeper.load();
		assertThat(this.keeper.status().why()).contains("under a secret with the fingerprint");
		assertThat(this.shelf.aside.get(0).getKey()).startsWith("other-secret-");
	}

	@Test
	void loadWhenItCannotBeSetAsideThenNothingIsSavedOverIt() {
		byte[] corrupt = filled("alice");
		corrupt[60] ^= 1;
		this.shelf.stored = corrupt;
		this.shelf.stuck = true;
		this.keeper.load();
		assertThat(this.keeper.status().state()).isEqualTo(State.UNREAD);
		assertThat(this.keeper.status().why()).contains("checksum").contains("could not be set aside");
		this.keeper.save();
		assertThat(stored()).isEqualTo(corrupt);
		this.shelf.stuck = false;
		this.keeper.load();
		assertThat(this.keeper.status().state()).isEqualTo(State.COLD);
		assertThat(this.shelf.aside).hasSize(1);
	}

	@Test
	void saveWhenStoreFailsThenCountsAndGoesOn() {
		this.keeper.load();
		this.keeper.save();
		this.shelf.failure = "disk full";
		this.keeper.save();
		this.keeper.save();
		assertThat(this.keeper.status().failures()).isEqualTo(2);
		assertThat(this.keeper.status().failure()).contains("disk full");
		assertThat(this.keeper.status().saved()).isEqualTo(NOW);
		assertThat(this.keeper.status().isFailing()).isTrue();
		this.shelf.failure = null;
		this.keeper.save();
		assertThat(this.keeper.status().isFailing()).isFalse();
		assertThat(this.keeper.status().failures()).isEqualTo(2);
	}

	@Test
	void saveWhenLongerThanTheLimitThenFailsAndTheFormerOneStays() {
		this.keeper.load();
		this.words.know("alice", "laptop");
		this.keeper.save();
		byte[] before = stored();
		this.words.know("bob", "x".repeat(60_000)).know("carol", "x".repeat(60_000));
		this.keeper.save();
		assertThat(this.keeper.status().failure()).contains("longer than the limit");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void saveWhenOthersSaveTooThenCounts() {
		this.keeper.load();
		this.shelf.replaced = BaselineStore.Replaced.OTHERS;
		this.keeper.save();
		assertThat(this.keeper.status().replacedOthers()).isEqualTo(1);
	}

	@Test
	void saveWhenSectionThrowsThenFailsAndTheFormerOneStays() {
		this.keeper.load();
		this.keeper.save();
		byte[] before = stored();
		this.words.know("alice", "x".repeat(70_000));
		this.keeper.save();
		assertThat(this.keeper.status().failure()).contains("UTFDataFormat").doesNotContain("xxx");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void forgetWhenSavedThenIsGoneFromTheStore() {
		this.keeper.load();
		this.words.know("alice", "laptop").know("bob", "phone");
		this.keeper.save();
		assertThat(this.erasures.forget(ISSUER, "alice", true)).isEqualTo(1);
		assertThat(this.erasures.unsaved()).isEqualTo(1);
		this.keeper.save();
		assertThat(this.erasures.unsaved()).isZero();
		assertThat(readable()).containsOnlyKeys("bob");
	}

	@Test
	void forgetWhenNotReadYetThenDoesNotComeBackWithTheSnapshot() {
		this.shelf.stored = filled("alice");
		this.shelf.failure = "connection refused";
		this.keeper.load();
		assertThat(this.erasures.forget(ISSUER, "alice", true)).isZero();
		this.shelf.failure = null;
		this.keeper.load();
		assertThat(this.keeper.status().state()).isEqualTo(State.WARM);
		assertThat(this.words.words()).isEmpty();
		assertThat(this.erasures.unsaved()).isEqualTo(1);
		this.keeper.save();
		assertThat(this.erasures.unsaved()).isZero();
		assertThat(readable()).isEmpty();
	}

	@Test
	void forgetWhenThereIsNoStoreThenNothingIsPending() {
		this.words.know("alice", "laptop");
		assertThat(this.erasures.forget(ISSUER, "alice", false)).isEqualTo(1);
		assertThat(this.erasures.unsaved()).isZero();
	}

	@Test
	void exportWhenRememberedThenSaysByWhom() {
		this.words.know("alice", "laptop");
		assertThat(this.erasures.export(ISSUER, "alice")).isEqualTo(Map.of("words", Map.of("word", "laptop")));
		assertThat(this.erasures.export(ISSUER, "bob")).isEmpty();
		assertThat(this.erasures.principals()).isEqualTo(Map.of("words", 1));
	}

	@Test
	void keeperWhenThereIsNoStoreThenDoesNothing() {
		BaselineKeeper none = new BaselineKeeper(BaselineStore.none(), List.of(this.words), this.erasures,
				PseudonymKeys.of(new SecureRandom()), 1024, CLOCK);
		none.load();
		none.save();
		none.overwrite();
		assertThat(none.status()).isEqualTo(BaselineStatus.of(State.NONE, "nowhere", null));
	}

	@Test
	void keeperWhenThereAreNoSectionsThenDoesNotReplaceThoseThatAreStored() {
		byte[] before = filled("alice");
		this.shelf.stored = before;
		BaselineKeeper without = new BaselineKeeper(this.shelf, List.of(), this.erasures, KEYS, 1024, CLOCK);
		without.load();
		without.save();
		without.overwrite();
		assertThat(without.status().state()).isEqualTo(State.NONE);
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void ageWhenSavedThenIsTheTimeSince() {
		assertThat(this.keeper.age()).isNull();
		this.keeper.load();
		this.keeper.save();
		assertThat(this.keeper.age()).isZero();
	}

	@Test
	void createWhenItCannotBeMeantThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BaselineKeeper(this.shelf, List.of(this.words), this.erasures,
					PseudonymKeys.of(new SecureRandom()), 1024, CLOCK))
			.withMessageContaining("keys must last");
		assertThatIllegalArgumentException().isThrownBy(() -> keeper(new Words("a name", 1), this.erasures))
			.withMessageContaining("a name 1");
		assertThatIllegalArgumentException().isThrownBy(() -> keeper(new Words("a", 0), this.erasures))
			.withMessageContaining("a 0");
		assertThatIllegalArgumentException().isThrownBy(
				() -> new BaselineKeeper(this.shelf, List.of(this.words, this.words), this.erasures, KEYS, 1024, CLOCK))
			.withMessageContaining("names of their own: words");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BaselineKeeper(this.shelf, List.of(), this.erasures, KEYS, 1, CLOCK))
			.withMessageContaining("limit must be at least 1024: 1");
		assertThatIllegalArgumentException().isThrownBy(() -> new Erasures(List.of(this.words, this.words)))
			.withMessageContaining("[words]");
	}

	private BaselineKeeper keeper(BaselineSection section, Erasures erased) {
		return new BaselineKeeper(this.shelf, List.of(section), erased, KEYS, 100_000, CLOCK);
	}

	private byte[] stored() {
		return Objects.requireNonNull(this.shelf.stored);
	}

	private Map<String, String> readable() {
		Words found = new Words("words", 1);
		keeper(found, new Erasures(List.of())).load();
		return found.words();
	}

	private static byte[] filled(String subject) {
		return filled(subject, KEYS);
	}

	private static byte[] filled(String subject, PseudonymKeys keys) {
		try {
			return new SnapshotWriter(keys, 4096).write(List.of(new Words("words", 1).know(subject, "laptop")), NOW);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * A store in memory that fails when told to.
	 */
	private static final class Shelf implements BaselineStore {

		private byte @Nullable [] stored;

		private @Nullable String failure;

		private boolean stuck;

		private Replaced replaced = Replaced.OWN;

		private final List<Map.Entry<String, byte[]>> aside = new ArrayList<>();

		@Override
		public Optional<InputStream> load() throws IOException {
			answer();
			return Optional.ofNullable(this.stored).map(ByteArrayInputStream::new);
		}

		@Override
		public Replaced save(byte[] snapshot) throws IOException {
			answer();
			this.stored = snapshot;
			return this.replaced;
		}

		@Override
		public String setAside(String suffix) throws IOException {
			if (this.stuck) {
				throw new IOException("read only");
			}
			this.aside.add(Map.entry(suffix, Objects.requireNonNull(this.stored)));
			this.stored = null;
			return suffix;
		}

		@Override
		public String place() {
			return "a shelf";
		}

		private void answer() throws IOException {
			if (this.failure != null) {
				throw new IOException(this.failure);
			}
		}

	}

}
