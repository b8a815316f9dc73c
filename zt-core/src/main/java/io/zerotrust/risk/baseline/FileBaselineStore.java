package io.zerotrust.risk.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a snapshot in a file that only its owner may read. It is written beside the one
 * before, forced to the disk and moved over it at once, so there is always a whole one.
 *
 * @since 0.1.0
 */
public final class FileBaselineStore implements BaselineStore {

	private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE);

	private static final Duration LEFT_OVER = Duration.ofDays(1);

	private static final String NEW = ".new";

	private final Path file;

	private final Path directory;

	private @Nullable Mark known;

	private FileBaselineStore(Path file, Path directory) {
		this.file = file;
		this.directory = directory;
	}

	/**
	 * Create a store.
	 * @param file where snapshots go; nothing need be there yet
	 * @return the store
	 * @throws IllegalArgumentException if the directory of the file is not there or not
	 * writable, or something other than a file is at its place
	 */
	public static FileBaselineStore at(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		Path directory = absolute.getParent();
		if (directory == null || Files.isDirectory(absolute)) {
			throw new IllegalArgumentException(absolute + " is a directory");
		}
		if (!Files.isDirectory(directory)) {
			throw new IllegalArgumentException("there is no directory " + directory);
		}
		if (!Files.isWritable(directory)) {
			throw new IllegalArgumentException("the directory " + directory + " cannot be written to");
		}
		if (Files.exists(absolute) && !(Files.isRegularFile(absolute) && Files.isReadable(absolute))) {
			throw new IllegalArgumentException(absolute + " cannot be read");
		}
		return new FileBaselineStore(absolute, directory);
	}

	@Override
	public Optional<InputStream> load() throws IOException {
		try {
			this.known = Mark.of(this.file);
			return Optional.of(Files.newInputStream(this.file));
		}
		catch (NoSuchFileException ex) {
			this.known = null;
			return Optional.empty();
		}
	}

	@Override
	public Replaced save(byte[] snapshot) throws IOException {
		Path temporary = Files.createTempFile(this.directory, this.file.getFileName() + ".", NEW, ownerOnly());
		try {
			write(temporary, snapshot);
			Mark found = Files.exists(this.file) ? Mark.of(this.file) : null;
			boolean own = found == null || found.equals(this.known);
			Files.move(temporary, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			this.known = Mark.of(this.file);
			force(this.directory);
			removeLeftOvers();
			return own ? Replaced.OWN : Replaced.OTHERS;
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void write(Path path, byte[] snapshot) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = ByteBuffer.wrap(snapshot);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

	/**
	 * What a crash has left over. Files of another instance that saves now are new.
	 */
	private void removeLeftOvers() {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.directory, this::isTemporary)) {
			long saved = Files.getLastModifiedTime(this.file).toMillis();
			for (Path path : files) {
				if (saved - Files.getLastModifiedTime(path).toMillis() > LEFT_OVER.toMillis()) {
					Files.deleteIfExists(path);
				}
			}
		}
		catch (IOException ex) {
			// the snapshot is saved; the next save tries again
		}
	}

	private boolean isTemporary(Path path) {
		String name = path.getFileName().toString();
		return name.startsWith(this.file.getFileName() + ".") && name.endsWith(NEW);
	}

	@Override
	public String setAside(String suffix) throws IOException {
		Path aside = this.directory.resolve(this.file.getFileName() + "." + suffix);
		Files.move(this.file, aside);
		force(this.directory);
		this.known = null;
		return aside.toString();
	}

	@Override
	public String place() {
		return "file " + this.file;
	}

	private FileAttribute<?>[] ownerOnly() {
		boolean posix = this.directory.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWNER) } : new FileAttribute<?>[0];
	}

	/**
	 * Make the new name of a file last. Where directories cannot be opened, on Windows,
	 * there is nothing to be done for it.
	 */
	private static void force(Path directory) {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// the snapshot is whole under one of the two names
		}
	}

	/**
	 * Tells whether somebody else has saved.
	 */
	private record Mark(@Nullable Object file, long modified, long size) {

		static Mark of(Path path) throws IOException {
			BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
			return new Mark(attributes.fileKey(), attributes.lastModifiedTime().toMillis(), attributes.size());
		}

	}

}
