package io.zerotrust.spring.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeySet;

/**
 * Keys that never change: the operator wrote them down.
 *
 * @param current the keys
 * @since 0.1.0
 */
public record FixedKeys(KeySet current) implements IssuerKeys {

	@Override
	public CompletionStage<KeySet> newerThan(@Nullable KeySet seen) {
		return CompletableFuture.completedFuture(this.current);
	}

}
