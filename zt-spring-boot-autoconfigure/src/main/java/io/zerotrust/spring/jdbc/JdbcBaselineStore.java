package io.zerotrust.spring.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import io.zerotrust.risk.baseline.BaselineStore;

/**
 * Keeps a snapshot in rows of a table, 1 MB in each. A snapshot is a generation of rows:
 * they come and those before them go in one transaction, so there is always a whole one.
 * Instances that save under the same name take turns; the last one wins.
 *
 * @since 0.1.0
 */
public final class JdbcBaselineStore implements BaselineStore {

	private static final int CHUNK = 1024 * 1024;

	private static final int ATTEMPTS = 3;

	private static final String LATEST = "select max(generation) from zt_baselines where baseline_name = ?";

	private static final String READ = "select generation, content from zt_baselines where baseline_name = ? and "
			+ "generation = (" + LATEST + ") order by chunk";

	private static final String INSERT = "insert into zt_baselines (baseline_name, generation, chunk, content, saved_at) "
			+ "values (?, ?, ?, ?, current_timestamp)";

	private static final String DELETE = "delete from zt_baselines where baseline_name = ? and generation <= ?";

	private static final String RENAME = "update zt_baselines set baseline_name = ? where baseline_name = ? and "
			+ "generation = ?";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final JdbcBaselineSchema schema;

	private final String name;

	private final int limit;

	private boolean reached;

	private long known;

	/**
	 * Create a store. The database is not asked yet.
	 * @param dataSource the database
	 * @param schema creates its table
	 * @param name tells snapshots of several applications apart; 1 to 100 characters
	 * @param limit how many bytes are read at most
	 * @param timeout how long a statement may take, in whole seconds
	 */
	public JdbcBaselineStore(DataSource dataSource, JdbcBaselineSchema schema, String name, int limit,
			Duration timeout) {
		int seconds = (int) Math.max(1, timeout.toSeconds());
		this.jdbc = new JdbcTemplate(dataSource);
		this.jdbc.setQueryTimeout(seconds);
		JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
		// else a transaction whose commit failed is committed by whoever cleans up
		transactions.setRollbackOnCommitFailure(true);
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setTimeout(seconds);
		this.schema = schema;
		this.name = name;
		this.limit = limit;
	}

	@Override
	public Optional<InputStream> load() throws IOException {
		return asked(() -> {
			createUnlessReached();
			Generation found = this.jdbc.query(READ, this::read, this.name, this.name);
			this.reached = true;
			this.known = (found != null) ? found.number() : 0;
			return Optional.ofNullable(found).map(Generation::content);
		});
	}

	private void createUnlessReached() {
		if (!this.reached) {
			this.schema.create();
		}
	}

	/**
	 * Read one byte more than the limit at most, so that who reads on sees that it is too
	 * long.
	 */
	private @Nullable Generation read(ResultSet rows) throws SQLException {
		List<InputStream> chunks = new ArrayList<>();
		long number = 0;
		int left = this.limit + 1;
		while (rows.next() && left > 0) {
			number = rows.getLong("generation");
			try (InputStream content = rows.getBinaryStream("content")) {
				byte[] chunk = (content != null) ? content.readNBytes(left) : new byte[0];
				left -= chunk.length;
				chunks.add(new ByteArrayInputStream(chunk));
			}
			catch (IOException ex) {
				throw new SQLException("a chunk could not be read", ex);
			}
		}
		return chunks.isEmpty() ? null : new Generation(number, chunks);
	}

	@Override
	public Replaced save(byte[] snapshot) throws IOException {
		return asked(() -> {
			createUnlessReached();
			for (int attempt = 1;; attempt++) {
				try {
					return replace(snapshot);
				}
				catch (DuplicateKeyException | ConcurrencyFailureException ex) {
					// another instance saved a generation of that number
					if (attempt == ATTEMPTS) {
						throw ex;
					}
				}
			}
		});
	}

	private Replaced replace(byte[] snapshot) {
		Long before = this.transaction.execute((status) -> {
			Long latest = this.jdbc.queryForObject(LATEST, Long.class, this.name);
			long found = (latest != null) ? latest : 0;
			insert(snapshot, found + 1);
			this.jdbc.update(DELETE, this.name, found);
			return found;
		});
		long replaced = (before != null) ? before : 0;
		boolean own = replaced == 0 || replaced == this.known;
		this.known = replaced + 1;
		this.reached = true;
		return own ? Replaced.OWN : Replaced.OTHERS;
	}

	private void insert(byte[] snapshot, long generation) {
		int chunk = 0;
		for (int from = 0; from < snapshot.length; from += CHUNK) {
			byte[] content = Arrays.copyOfRange(snapshot, from, Math.min(snapshot.length, from + CHUNK));
			this.jdbc.update(INSERT, this.name, generation, chunk, content);
			chunk++;
		}
	}

	@Override
	public String setAside(String suffix) throws IOException {
		String aside = this.name + '.' + suffix;
		int moved = asked(() -> this.jdbc.update(RENAME, aside, this.name, this.known));
		if (moved == 0) {
			throw new IOException("another instance has replaced it meanwhile");
		}
		this.known = 0;
		return "rows with the baseline_name " + aside;
	}

	@Override
	public String place() {
		return "table zt_baselines, baseline_name " + this.name;
	}

	private static <T> T asked(Question<T> question) throws IOException {
		try {
			return question.ask();
		}
		catch (DataAccessException | TransactionException | IllegalStateException ex) {
			throw new IOException("the database failed: " + words(NestedExceptionUtils.getMostSpecificCause(ex)), ex);
		}
	}

	/**
	 * The first line; an address of a database may hold credentials.
	 */
	private static String words(Throwable cause) {
		String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
		return cause.getClass().getSimpleName() + (message.contains("jdbc:") ? "" : ": " + message);
	}

	private interface Question<T> {

		T ask();

	}

	private record Generation(long number, List<InputStream> chunks) {

		InputStream content() {
			return new SequenceInputStream(Collections.enumeration(this.chunks));
		}

	}

}
