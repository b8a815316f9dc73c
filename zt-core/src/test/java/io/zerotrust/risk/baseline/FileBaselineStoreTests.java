package io.zerotrust.risk.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zerotrust.risk.baseline.BaselineStore.Replaced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FileBaselineStoreTests {

	@TempDir
	private Path directory;

	private Path file;

	private FileBaselineStore store;

	@BeforeEach
	void create() {
		this.file = this.directory.resolve("baselines.zt");
		this.store = FileBaselineStore.at(this.file);
	}

	@Test
	void loadWhenNothingWasSavedThenEmpty() throws IOException {
		assertThat(this.store.load()).isEmpty();
	}

	@Test
	void loadWhenSavedThenIsTheLastOneAndNobodyElseMayReadIt() throws IOException {
		assertThat(this.store.save(new byte[] { 1 })).isEqualTo(Replaced.OWN);
		assertThat(this.store.save(new byte[] { 2, 3 })).isEqualTo(Replaced.OWN);
		assertThat(bytes(this.store.load())).containsExactly(2, 3);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.file))).isEqualTo("rw-------");
		assertThat(files()).containsExactly("baselines.zt");
	}

	@Test
	void saveWhenAnotherInstanceSavedMeanwhileThenTheLastOneWinsAndSaysSo() throws IOException {
		FileBaselineStore other = FileBaselineStore.at(this.file);
		this.store.save(new byte[] { 1 });
		assertThat(other.load()).isPresent();
		assertThat(other.save(new byte[] { 2 })).isEqualTo(Replaced.OWN);
		assertThat(this.store.save(new byte[] { 3 })).isEqualTo(Replaced.OTHERS);
		assertThat(other.save(new byte[] { 4 })).isEqualTo(Replaced.OTHERS);
		assertThat(bytes(this.store.load())).containsExactly(4);
	}

	@Test
	void saveWhenDirectoryIsGoneThenFailsAndLeavesNothing() throws IOException {
		Path gone = Files.createDirectory(this.directory.resolve("gone"));
		FileBaselineStore there = FileBaselineStore.at(gone.resolve("b"));
		Files.delete(gone);
		assertThatIOException().isThrownBy(() -> there.save(new byte[] { 1 }));
		assertThat(files()).isEmpty();
	}

	@Test
	void saveWhenTheFileCannotBeReplacedThenTheTemporaryOneIsRemoved() throws IOException {
		Files.createDirectory(this.file);
		Files.createFile(this.file.resolve("in the way"));
		assertThatIOException().isThrownBy(() -> this.store.save(new byte[] { 1 }));
		assertThat(files()).containsExactly("baselines.zt");
	}

	@Test
	void saveWhenACrashLeftSomethingOverThenItIsRemovedOnceOld() throws IOException {
		Path old = Files.createFile(this.directory.resolve("baselines.zt.123.new"));
		Path young = Files.createFile(this.directory.resolve("baselines.zt.456.new"));
		Path foreign = Files.createFile(this.directory.resolve("other.new"));
		for (Path path : List.of(old, foreign)) {
			Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
		}
		this.store.save(new byte[] { 1 });
		assertThat(old).doesNotExist();
		assertThat(young).exists();
		assertThat(foreign).exists();
	}

	@Test
	void setAsideWhenLoadedThenIsKeptBesideAndTheNextSaveDoesNotTouchIt() throws IOException {
		this.store.save(new byte[] { 1 });
		assertThat(this.store.setAside("corrupt-20261122T120000.000Z"))
			.isEqualTo(this.file + ".corrupt-20261122T120000.000Z");
		assertThat(this.store.load()).isEmpty();
		assertThat(this.store.save(new byte[] { 2 })).isEqualTo(Replaced.OWN);
		assertThat(files()).containsExactly("baselines.zt", "baselines.zt.corrupt-20261122T120000.000Z");
	}

	@Test
	void setAsideWhenSomethingIsThereThenFailsAndBothStay() throws IOException {
		this.store.save(new byte[] { 1 });
		Files.write(this.directory.resolve("baselines.zt.corrupt"), new byte[] { 9 });
		assertThatIOException().isThrownBy(() -> this.store.setAside("corrupt"));
		assertThat(bytes(this.store.load())).containsExactly(1);
	}

	@Test
	void createWhenNothingCouldBeSavedThereThenSaysWhy() throws IOException {
		assertThatIllegalArgumentException().isThrownBy(() -> FileBaselineStore.at(this.directory.resolve("no/such")))
			.withMessage("there is no directory " + this.directory.resolve("no"));
		assertThatIllegalArgumentException().isThrownBy(() -> FileBaselineStore.at(this.directory))
			.withMessage(this.directory + " is a directory");
		assertThatIllegalArgumentException().isThrownBy(() -> FileBaselineStore.at(Path.of("/proc/self/b")))
			.withMessageContaining("cannot be written to");
		Files.createSymbolicLink(this.file, this.directory.resolve("nowhere"));
		assertThat(FileBaselineStore.at(this.file).load()).isEmpty();
	}

	private static byte[] bytes(Optional<InputStream> stored) throws IOException {
		try (InputStream in = stored.orElseThrow()) {
			return in.readAllBytes();
		}
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((path) -> path.getFileName().toString()).sorted().toList();
		}
	}

}
