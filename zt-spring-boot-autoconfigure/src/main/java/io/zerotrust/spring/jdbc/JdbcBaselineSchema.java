package io.zerotrust.spring.jdbc;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;
import org.springframework.boot.jdbc.init.PropertiesBasedDataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Creates the table of {@link JdbcBaselineStore} where it is wanted. The database is not
 * asked before the store is, so one that is away does not stop the start.
 *
 * @since 0.1.0
 */
public final class JdbcBaselineSchema {

	private final DataSource dataSource;

	private final Creation creation;

	/**
	 * Create the schema.
	 * @param dataSource the database
	 * @param creation whether the table is created
	 */
	public JdbcBaselineSchema(DataSource dataSource, Creation creation) {
		this.dataSource = dataSource;
		this.creation = creation;
	}

	/**
	 * Create the table unless it is there.
	 */
	void create() {
		if (this.creation != Creation.NEVER) {
			new PropertiesBasedDataSourceScriptDatabaseInitializer<>(this.dataSource, new Script(this.creation))
				.initializeDatabase();
		}
	}

	/**
	 * Whether the table is created.
	 */
	public enum Creation {

		/**
		 * It is, unless it is there.
		 */
		ALWAYS,

		/**
		 * Only in a database that lives in this process.
		 */
		EMBEDDED,

		/**
		 * Somebody else does.
		 */
		NEVER

	}

	private static final class Script extends DatabaseInitializationProperties {

		Script(Creation creation) {
			setInitializeSchema((creation == Creation.ALWAYS) ? DatabaseInitializationMode.ALWAYS
					: DatabaseInitializationMode.EMBEDDED);
		}

		@Override
		public String getDefaultSchemaLocation() {
			return "classpath:io/zerotrust/spring/jdbc/schema-@@platform@@.sql";
		}

	}

}
