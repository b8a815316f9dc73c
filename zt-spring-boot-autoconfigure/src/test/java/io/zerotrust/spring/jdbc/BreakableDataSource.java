package io.zerotrust.spring.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that is away, slow or breaks at a statement when told to.
 */
public final class BreakableDataSource extends DelegatingDataSource {

	public volatile boolean away;

	public volatile long slow;

	/**
	 * How the statement begins that breaks, or {@code commit}.
	 */
	public volatile @Nullable String breaksAt;

	public BreakableDataSource(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.slow > 0) {
			sleep();
		}
		if (this.away) {
			throw new SQLException("connection to jdbc:h2:mem:x?password=hunter2 refused");
		}
		Connection connection = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					String at = this.breaksAt;
					String text = (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql)
							? sql : method.getName();
					if (at != null && text.startsWith(at)) {
						throw new SQLException("broken at " + at);
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private void sleep() throws SQLException {
		try {
			Thread.sleep(this.slow);
		}
		catch (InterruptedException ex) {
			throw new SQLException("interrupted", ex);
		}
	}

}
