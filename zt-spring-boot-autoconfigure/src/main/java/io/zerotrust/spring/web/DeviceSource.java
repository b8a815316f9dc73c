package io.zerotrust.spring.web;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.ClaimPath;
import io.zerotrust.access.Subject;

/**
 * Where the device of a caller is read from. A claim goes before the header, which the
 * caller chooses.
 *
 * @param header the name of a request header, or {@code null} for none
 * @param claim where the device is among the claims, or {@code null} if nowhere
 * @since 0.1.0
 */
public record DeviceSource(@Nullable String header, @Nullable ClaimPath claim) {

	/**
	 * Return the source that tells no device.
	 * @return no source
	 */
	public static DeviceSource none() {
		return new DeviceSource(null, null);
	}

	/**
	 * Read the device.
	 * @param subject who asks
	 * @param headers gives the value of a request header, or {@code null} if it is not
	 * there
	 * @return the device, or {@code null} if nobody says
	 */
	public @Nullable String read(Subject subject, UnaryOperator<@Nullable String> headers) {
		String claimed = (this.claim != null) ? subject.credential().claims().text(this.claim) : null;
		if (claimed != null && !claimed.isEmpty()) {
			return claimed;
		}
		String sent = (this.header != null) ? headers.apply(this.header) : null;
		return (sent != null && !sent.isEmpty()) ? sent : null;
	}

}
