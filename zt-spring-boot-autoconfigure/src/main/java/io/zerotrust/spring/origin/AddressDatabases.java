package io.zerotrust.spring.origin;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.zerotrust.access.Origin;
import io.zerotrust.risk.OriginSource;

/**
 * Tells where addresses lie from files in MaxMind's format. They are held in memory, and
 * read anew by a thread of their own when they have changed. Answers are kept for each
 * /24, or /48 of IPv6, unless the database tells smaller networks apart.
 *
 * @since 0.1.0
 */
public final class AddressDatabases implements OriginSource, AutoCloseable {

	private static final int MOST_PREFIXES = 50_000;

	private final List<AddressDatabase> databases = new ArrayList<>();

	private final Clock clock;

	private final ScheduledExecutorService thread;

	private volatile Cache<Long, Origin> known = cache();

	/**
	 * Read the files.
	 * @param files where they are, by what they tell
	 * @param every how often it is looked whether one has changed
	 * @param clock tells how old they are
	 * @throws UnreadableDatabaseException if one cannot be read
	 */
	public AddressDatabases(Map<DatabaseKind, Path> files, Duration every, Clock clock)
			throws UnreadableDatabaseException {
		for (Map.Entry<DatabaseKind, Path> file : files.entrySet()) {
			this.databases.add(new AddressDatabase(file.getKey(), file.getValue()));
		}
		this.clock = clock;
		this.thread = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "zt-address-databases");
			thread.setDaemon(true);
			return thread;
		});
		this.thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static Cache<Long, Origin> cache() {
		return Caffeine.newBuilder().maximumSize(MOST_PREFIXES).executor(Runnable::run).build();
	}

	/**
	 * Look whether a file has changed.
	 */
	void look() {
		boolean changed = false;
		for (AddressDatabase database : this.databases) {
			changed |= database.look();
		}
		if (changed) {
			// who still looks up in the old one writes to the old one
			this.known = cache();
		}
	}

	@Override
	public Origin of(InetAddress address) {
		Cache<Long, Origin> known = this.known;
		byte[] bytes = address.getAddress();
		long prefix = prefix(bytes);
		Origin origin = known.getIfPresent(prefix);
		return (origin != null) ? origin : find(address, prefix, bytes.length > 4 ? 48 : 24, known);
	}

	private Origin find(InetAddress address, long prefix, int bits, Cache<Long, Origin> known) {
		int asn = 0;
		AddressTable.Entry place = AddressTable.Entry.NOTHING;
		int deepest = 0;
		for (AddressDatabase database : this.databases) {
			AddressTable.Entry entry = database.find(address);
			asn = (entry.asn() != 0) ? entry.asn() : asn;
			place = entry.country().isEmpty() ? place : entry;
			deepest = Math.max(deepest, entry.bits());
		}
		Origin origin = (asn != 0 || !place.country().isEmpty())
				? new Origin(asn, place.country(), place.latitude(), place.longitude()) : Origin.unknown();
		if (deepest <= bits) {
			known.put(prefix, origin);
		}
		return origin;
	}

	/**
	 * Return the first 24 bits of an IPv4 address, 48 of IPv6, apart from one another.
	 */
	private static long prefix(byte[] address) {
		long prefix = (address.length > 4) ? 1 : 0;
		int bytes = (address.length > 4) ? 6 : 3;
		for (int i = 0; i < bytes; i++) {
			prefix = prefix << 8 | (address[i] & 0xff);
		}
		return prefix;
	}

	/**
	 * Tell how it stands with the databases.
	 * @return the status of each
	 */
	public List<DatabaseStatus> status() {
		Instant now = this.clock.instant();
		return this.databases.stream().map((database) -> database.status(now)).toList();
	}

	/**
	 * Return how many prefixes are known without looking them up.
	 */
	long knownPrefixes() {
		this.known.cleanUp();
		return this.known.estimatedSize();
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
