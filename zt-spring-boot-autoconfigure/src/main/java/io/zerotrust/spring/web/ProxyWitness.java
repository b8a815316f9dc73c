package io.zerotrust.spring.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Posture;

/**
 * What trusted proxies are asked to tell about a caller, who cannot say it himself.
 *
 * @param fingerprintHeader the header with the fingerprint of the caller's TLS stack
 * (JA4), or {@code null} for none
 * @param postureHeader the header with the state of the caller's device, or {@code null}
 * for none
 * @param healthy the words for a device that is as it should be
 * @param unknown the words for a device nobody knows anything of
 * @since 0.1.0
 */
public record ProxyWitness(@Nullable String fingerprintHeader, @Nullable String postureHeader, List<String> healthy,
		List<String> unknown) {

	private static final int LONGEST = 128;

	public ProxyWitness {
		healthy = List.copyOf(healthy);
		unknown = List.copyOf(unknown);
	}

	/**
	 * Return the witness that is asked nothing.
	 * @return no witness
	 */
	public static ProxyWitness none() {
		return new ProxyWitness(null, null, List.of(), List.of());
	}

	/**
	 * Read the fingerprint. What is sent twice, is longer than 128 characters or has
	 * others than printable ASCII counts as not sent.
	 * @param lines returns the lines of a header by its name; none unless a trusted proxy
	 * sent them
	 * @return the fingerprint, or {@code null} if nobody tells it
	 */
	public @Nullable String fingerprint(Function<String, List<String>> lines) {
		if (this.fingerprintHeader == null) {
			return null;
		}
		List<String> sent = lines.apply(this.fingerprintHeader);
		return (sent.size() == 1 && isReadable(sent.get(0))) ? sent.get(0) : null;
	}

	/**
	 * Read the state of the device. A proxy that says something else than the words for
	 * healthy and unknown, or says two things, says that it failed.
	 * @param lines returns the lines of a header by its name; none unless a trusted proxy
	 * sent them
	 * @return the state; unknown if nobody tells it
	 */
	public Posture posture(Function<String, List<String>> lines) {
		if (this.postureHeader == null) {
			return Posture.UNKNOWN;
		}
		List<String> sent = lines.apply(this.postureHeader);
		if (sent.isEmpty()) {
			return Posture.UNKNOWN;
		}
		if (sent.size() > 1) {
			return Posture.FAILED;
		}
		String word = sent.get(0);
		return isAmong(word, this.healthy) ? Posture.HEALTHY
				: isAmong(word, this.unknown) ? Posture.UNKNOWN : Posture.FAILED;
	}

	/**
	 * Whether a text could be what a proxy tells.
	 * @param text any text
	 * @return {@code true} for 1 to 128 characters of printable ASCII
	 */
	public static boolean isReadable(String text) {
		if (text.isBlank() || text.length() > LONGEST) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

	private static boolean isAmong(String word, List<String> words) {
		for (int i = 0; i < words.size(); i++) {
			if (words.get(i).equalsIgnoreCase(word)) {
				return true;
			}
		}
		return false;
	}

}
