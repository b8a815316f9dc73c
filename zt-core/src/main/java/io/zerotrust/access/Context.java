package io.zerotrust.access;

import java.net.InetAddress;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a request.
 *
 * @param time when the request was received
 * @param client the address of the caller, or {@code null} if it cannot be told
 * @param secure whether the connection is encrypted
 * @param userAgent what the caller says it runs, or {@code null} if it does not say
 * @param device the device the caller says it is, or {@code null} if it does not say
 * @param fingerprint how the caller's TLS stack introduces itself (JA4), as a trusted
 * proxy says, or {@code null} if none does
 * @param origin where in the Internet the address lies
 * @param posture the state of the caller's device
 * @param repeated whether the request was decided on at this gate before, for another
 * handler
 * @since 0.1.0
 */
public record Context(Instant time, @Nullable InetAddress client, boolean secure, @Nullable String userAgent,
		@Nullable String device, @Nullable String fingerprint, Origin origin, Posture posture, boolean repeated) {

	/**
	 * Create surroundings of a request that is decided on for the first time.
	 * @param time when the request was received
	 * @param client the address of the caller, or {@code null} if it cannot be told
	 * @param secure whether the connection is encrypted
	 * @param userAgent what the caller says it runs, or {@code null}
	 * @param device the device the caller says it is, or {@code null}
	 */
	public Context(Instant time, @Nullable InetAddress client, boolean secure, @Nullable String userAgent,
			@Nullable String device) {
		this(time, client, secure, userAgent, device, null, Origin.unknown(), Posture.UNKNOWN, false);
	}

	/**
	 * Create surroundings that say nothing of the device.
	 * @param time when the request was received
	 * @param client the address of the caller, or {@code null} if it cannot be told
	 * @param secure whether the connection is encrypted
	 * @param userAgent what the caller says it runs, or {@code null}
	 */
	public Context(Instant time, @Nullable InetAddress client, boolean secure, @Nullable String userAgent) {
		this(time, client, secure, userAgent, null);
	}

	/**
	 * Return the same surroundings, of a request that was decided on before.
	 * @return the changed surroundings
	 */
	public Context again() {
		return new Context(this.time, this.client, this.secure, this.userAgent, this.device, this.fingerprint,
				this.origin, this.posture, true);
	}

	/**
	 * Return the same surroundings at another time.
	 * @param time when something is asked
	 * @return the changed surroundings
	 */
	public Context later(Instant time) {
		return new Context(time, this.client, this.secure, this.userAgent, this.device, this.fingerprint, this.origin,
				this.posture, this.repeated);
	}

	/**
	 * Return the same surroundings with what others know about the caller.
	 * @param fingerprint how the caller's TLS stack introduces itself, or {@code null}
	 * @param origin where in the Internet the address lies
	 * @param posture the state of the caller's device
	 * @return the changed surroundings
	 */
	public Context seen(@Nullable String fingerprint, Origin origin, Posture posture) {
		return new Context(this.time, this.client, this.secure, this.userAgent, this.device, fingerprint, origin,
				posture, this.repeated);
	}

	/**
	 * Return the network by which callers from this address are counted.
	 * @return the network, or {@code null} if the address cannot be told
	 */
	public @Nullable ClientNetwork clientNetwork() {
		return (this.client != null) ? new ClientNetwork(this.client) : null;
	}

	@Override
	public String toString() {
		// says nothing a caller has written
		return "Context[" + this.time + ", " + this.client + ", secure=" + this.secure + "]";
	}

	/**
	 * Return surroundings of which only the time is known.
	 * @param time when the request was received
	 * @return the context
	 */
	public static Context at(Instant time) {
		return new Context(time, null, false, null);
	}

}
