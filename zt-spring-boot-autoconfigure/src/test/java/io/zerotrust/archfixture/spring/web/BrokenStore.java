package io.zerotrust.archfixture.spring.web;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks a database by itself.
 */
class BrokenStore {

	JdbcTemplate jdbc = new JdbcTemplate();

}
