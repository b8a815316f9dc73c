package io.zerotrust.spring.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * One file and what was last read from it. Looked at by one thread, used by many.
 */
final class AddressDatabase {

	private static final Log logger = LogFactory.getLog(AddressDatabase.class);

	private static final Stamp MISSING = new Stamp(0, -1, null);

	private final DatabaseKind kind;

	private final Path file;

	private final AtomicLong failures = new AtomicLong();

	private Stamp seen;

	private volatile AddressTable table;

	private volatile @Nullable String failure;

	AddressDatabase(DatabaseKind kind, Path file) throws UnreadableDatabaseException {
		this.kind = kind;
		this.file = file;
		// what changes while it is read is read once more
		this.seen = stamp();
		this.table = MaxMindTable.load(kind, file);
	}

	/**
	 * Read the file if it has changed. One that cannot be read changes nothing.
	 * @return whether there is something new
	 */
	boolean look() {
		Stamp now = stamp();
		if (now.equals(this.seen)) {
			return false;
		}
		this.seen = now;
		try {
			this.table = MaxMindTable.load(this.kind, this.file);
			this.failure = null;
			return true;
		}
		catch (UnreadableDatabaseException ex) {
			this.failures.incrementAndGet();
			this.failure = ex.getMessage();
			logger.warn("the changed " + this.file + " cannot be read: " + ex.getMessage()
					+ "; what was read before stays in use");
			return false;
		}
	}

	/**
	 * Look an address up. An entry that cannot be read says nothing.
	 */
	AddressTable.Entry find(InetAddress address) {
		try {
			return this.table.find(address);
		}
		catch (IOException | RuntimeException ex) {
			this.failures.incrementAndGet();
			return AddressTable.Entry.NOTHING;
		}
	}

	DatabaseStatus status(Instant now) {
		return new DatabaseStatus(this.kind, Duration.between(this.table.built(), now), this.failures.get(),
				this.failure);
	}

	private Stamp stamp() {
		try {
			BasicFileAttributes now = Files.readAttributes(this.file, BasicFileAttributes.class);
			return new Stamp(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
		}
		catch (IOException ex) {
			return MISSING;
		}
	}

	/**
	 * What tells one state of a file from another.
	 *
	 * @param modified when it was written
	 * @param size how long it is, in bytes
	 * @param key what the file system calls it, or {@code null} if it does not say
	 */
	private record Stamp(long modified, long size, @Nullable Object key) {
	}

}
