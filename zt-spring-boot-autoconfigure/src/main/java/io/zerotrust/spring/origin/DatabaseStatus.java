package io.zerotrust.spring.origin;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with a database.
 *
 * @param kind what it tells
 * @param age how long ago the one in use was built
 * @param failures how often a changed file, or an entry, could not be read
 * @param failure why the file as it is now is not the one in use, or {@code null} if it
 * is
 * @since 0.1.0
 */
public record DatabaseStatus(DatabaseKind kind, Duration age, long failures, @Nullable String failure) {

}
