package io.zerotrust.token.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Headers of tokens that were verified. An issuer writes the same few over and over.
 */
final class KnownHeaders {

	private static final int MOST = 100;

	private final Cache<String, JwsHeaderText> byText = Caffeine.newBuilder()
		.maximumSize(MOST)
		.executor(Runnable::run)
		.build();

	@Nullable JwsHeaderText get(String text) {
		return this.byText.getIfPresent(text);
	}

	/**
	 * Remember a header.
	 * @param verified a token whose signature holds; others would push out what is used
	 */
	void remember(CompactJws verified) {
		String text = verified.encodedHeader();
		if (this.byText.getIfPresent(text) == null) {
			this.byText.put(text, new JwsHeaderText(verified.header(), verified.members()));
		}
	}

}
