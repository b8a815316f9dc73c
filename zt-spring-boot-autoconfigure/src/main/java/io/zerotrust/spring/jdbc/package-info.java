/**
 * What is kept in databases.
 */
@NullMarked
package io.zerotrust.spring.jdbc;

import org.jspecify.annotations.NullMarked;
