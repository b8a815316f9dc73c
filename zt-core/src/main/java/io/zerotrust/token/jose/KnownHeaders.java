package io.zerotrust.token.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Headers of what was verified. An issuer writes the same few over and over, and so does
 * a caller who signs proofs with one key.
 *
 * @since 0.1.0
 */
public final class KnownHeaders {

	private final Cache<String, JwsHeaderText> byText;

	/**
	 * Create a memory.
	 * @param most how many headers are remembered at most, about 2 KB each
	 */
	public KnownHeaders(int most) {
		this.byText = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
	}

	@Nullable JwsHeaderText get(String text) {
		return this.byText.getIfPresent(text);
	}

	/**
	 * Remember a header. Whatever has the same one from now on has this very instance.
	 * @param verified what has a signature that holds; others would push out what is used
	 */
	public void remember(CompactJws verified) {
		String text = verified.encodedHeader();
		if (this.byText.getIfPresent(text) == null) {
			this.byText.put(text, new JwsHeaderText(verified.header(), verified.members()));
		}
	}

}
