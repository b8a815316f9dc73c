package io.zerotrust.token.keys.remote;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Where the keys of an issuer are: where the operator says, or its metadata. What the
 * metadata once said is remembered as long as keys are there.
 */
final class KeyLocation {

	private final @Nullable String configured;

	private final Locations locations;

	private final Discovery discovery;

	private volatile @Nullable URI known;

	/**
	 * Whether metadata is asked although it once said where the keys are.
	 */
	private volatile boolean doubtful;

	KeyLocation(KeySource source, KeyRules rules, Documents documents) {
		this.configured = source.jwkSetUri();
		this.locations = new Locations(source, rules);
		this.discovery = new Discovery(source.issuer(), this.locations, documents);
	}

	/**
	 * Find where to ask.
	 * @throws FetchFailure if the configured place may not be asked
	 */
	CompletableFuture<URI> find(Cancellation cancellation) {
		if (this.configured != null) {
			return CompletableFuture
				.completedFuture(this.locations.verified(this.configured, "the configured jwk-set-uri"));
		}
		URI known = this.known;
		return (known != null && !this.doubtful) ? CompletableFuture.completedFuture(known)
				: this.discovery.locate(cancellation);
	}

	/**
	 * Note where is asked now.
	 */
	void found(URI location) {
		this.known = location;
		this.doubtful = false;
	}

	/**
	 * Note that an attempt failed: keys may have moved, or the metadata be gone while the
	 * keys are not, so the two are asked in turns.
	 */
	void doubt() {
		this.doubtful = this.known != null && !this.doubtful;
	}

	@Override
	public String toString() {
		URI known = this.known;
		return (known != null && !this.doubtful) ? Locations.show(known) : "the answer";
	}

}
