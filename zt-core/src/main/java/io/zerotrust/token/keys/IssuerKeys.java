package io.zerotrust.token.keys;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer, kept up to date behind the scenes.
 *
 * @since 0.1.0
 */
public interface IssuerKeys {

	/**
	 * Return the keys, without waiting for anything.
	 * @return the keys, or {@code null} if there are none yet, or those there are were
	 * last confirmed too long ago
	 */
	@Nullable KeySet current();

	/**
	 * Return keys newer than those somebody has seen. The issuer is asked at most once
	 * per cool-down, however often this is called, and all who wait share one answer.
	 * @param seen the keys that did not do, or {@code null} if there were none
	 * @return newer keys; the same ones if the issuer has no others or may not be asked
	 * yet; a {@link KeysUnavailableException} if there are none
	 */
	CompletionStage<KeySet> newerThan(@Nullable KeySet seen);

}
