package io.zerotrust.spring.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Networks;
import com.maxmind.db.Reader.FileMode;
import com.maxmind.db.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file in MaxMind's format. Loaded only where their library is.
 */
final class MaxMindTable implements AddressTable {

	/**
	 * How many entries are read to tell whether the file is what it should be.
	 */
	private static final int SAMPLES = 1000;

	private final Reader reader;

	private MaxMindTable(Reader reader) {
		this.reader = reader;
	}

	static AddressTable load(DatabaseKind kind, Path file) throws UnreadableDatabaseException {
		if (!Files.isRegularFile(file)) {
			throw new UnreadableDatabaseException(kind, "there is no such file", null);
		}
		try {
			MaxMindTable table = new MaxMindTable(new Reader(file.toFile(), FileMode.MEMORY));
			table.verify(kind);
			return table;
		}
		catch (UnreadableDatabaseException ex) {
			throw ex;
		}
		// what is written into the file decides what the library throws
		catch (IOException | InvalidNetworkException | RuntimeException ex) {
			throw new UnreadableDatabaseException(kind, "it is no whole database in MaxMind's format", ex);
		}
	}

	private void verify(DatabaseKind kind) throws IOException, InvalidNetworkException {
		Networks<Record> networks = this.reader.networks(Record.class);
		for (int i = 0; i < SAMPLES && networks.hasNext(); i++) {
			Entry entry = entry(networks.next());
			if ((kind == DatabaseKind.ASN) ? entry.asn() != 0 : !entry.country().isEmpty()) {
				return;
			}
		}
		throw new UnreadableDatabaseException(kind,
				(kind == DatabaseKind.ASN) ? "it has no autonomous systems" : "it has no countries", null);
	}

	@Override
	public Entry find(InetAddress address) throws IOException {
		return entry(this.reader.getRecord(address, Record.class));
	}

	@Override
	public Instant built() {
		return this.reader.getMetadata().buildTime();
	}

	private static Entry entry(DatabaseRecord<Record> found) {
		Record record = found.data();
		if (record == null) {
			return new Entry(0, "", Double.NaN, Double.NaN, found.network().prefixLength());
		}
		Location place = record.location();
		return new Entry((record.asn() != null) ? record.asn().intValue() : 0, country(record.country()),
				degrees((place != null) ? place.latitude() : null), degrees((place != null) ? place.longitude() : null),
				found.network().prefixLength());
	}

	private static double degrees(@Nullable Double degrees) {
		return (degrees != null) ? degrees : Double.NaN;
	}

	private static String country(@Nullable Country country) {
		return (country != null && country.code() != null) ? country.code() : "";
	}

	/**
	 * What is read of an entry; the library skips the rest.
	 *
	 * @param asn the number of the autonomous system
	 * @param country the country
	 * @param location the place
	 */
	public record Record(@MaxMindDbParameter(name = "autonomous_system_number") @Nullable Long asn,
			@MaxMindDbParameter(name = "country") @Nullable Country country,
			@MaxMindDbParameter(name = "location") @Nullable Location location) {
	}

	/**
	 * What is read of a country.
	 *
	 * @param code ISO 3166-1 alpha-2
	 */
	public record Country(@MaxMindDbParameter(name = "iso_code") @Nullable String code) {
	}

	/**
	 * What is read of a place.
	 *
	 * @param latitude degrees north
	 * @param longitude degrees east
	 */
	public record Location(@MaxMindDbParameter(name = "latitude") @Nullable Double latitude,
			@MaxMindDbParameter(name = "longitude") @Nullable Double longitude) {
	}

}
