package io.zerotrust.spring.origin;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A file that is no database of addresses. The message says why.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class UnreadableDatabaseException extends IOException {

	private final DatabaseKind kind;

	UnreadableDatabaseException(DatabaseKind kind, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.kind = kind;
	}

	/**
	 * Return which database cannot be read.
	 * @return what it should tell
	 */
	public DatabaseKind kind() {
		return this.kind;
	}

}
