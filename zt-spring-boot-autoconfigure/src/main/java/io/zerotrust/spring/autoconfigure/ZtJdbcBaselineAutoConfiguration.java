package io.zerotrust.spring.autoconfigure;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

import io.zerotrust.spring.jdbc.JdbcBaselineSchema.Creation;
import io.zerotrust.spring.jdbc.JdbcBaselineSchema;
import io.zerotrust.spring.jdbc.JdbcBaselineStore;

/**
 * Auto-configuration for what is learned, in a database.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({ DataSource.class, JdbcTemplate.class, DatabaseInitializationProperties.class })
@ConditionalOnSingleCandidate(DataSource.class)
public final class ZtJdbcBaselineAutoConfiguration {

	@Bean
	DatabaseStores ztDatabaseStores(DataSource dataSource) {
		return (name, settings) -> new JdbcBaselineStore(dataSource,
				new JdbcBaselineSchema(dataSource, Creation.valueOf(settings.schemaCreation().name())), name,
				settings.limit(), settings.timeout());
	}

}
