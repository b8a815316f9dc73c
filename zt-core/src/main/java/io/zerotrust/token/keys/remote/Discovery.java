package io.zerotrust.token.keys.remote;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Asks an issuer where its keys are (OpenID Connect Discovery 1.0 section 4, RFC 8414
 * section 3).
 */
final class Discovery {

	private final String issuer;

	private final Locations locations;

	private final Documents documents;

	Discovery(String issuer, Locations locations, Documents documents) {
		this.issuer = issuer;
		this.locations = locations;
		this.documents = documents;
	}

	/**
	 * Ask.
	 * @param cancellation ends the exchange
	 * @return where the keys are, or a {@link FetchFailure}
	 */
	CompletableFuture<URI> locate(Cancellation cancellation) {
		return ask(this.locations.metadata(), 0, new ArrayList<>(), cancellation);
	}

	/**
	 * An answer that is no metadata is told only when no other place has any: single page
	 * applications answer every path with a page.
	 */
	private CompletableFuture<URI> ask(List<URI> places, int place, List<FetchFailure> failures,
			Cancellation cancellation) {
		URI uri = places.get(place);
		return this.documents.get(uri, "application/json", cancellation)
			.thenApply((metadata) -> keys(metadata, Locations.show(uri)))
			.handle((keys, thrown) -> {
				if (thrown == null) {
					return CompletableFuture.completedFuture(keys);
				}
				FetchFailure failure = FetchFailure.of(thrown, Locations.show(uri));
				failures.add(failure);
				boolean other = failure.outcome() == FetchOutcome.ANSWER && place + 1 < places.size();
				return other ? ask(places, place + 1, failures, cancellation)
						: CompletableFuture.<URI>failedFuture(worst(failures));
			})
			.thenCompose((keys) -> keys);
	}

	private static FetchFailure worst(List<FetchFailure> failures) {
		FetchFailure last = failures.get(failures.size() - 1);
		return (last.outcome() == FetchOutcome.ANSWER) ? failures.get(0) : last;
	}

	private URI keys(Map<String, Object> metadata, String location) {
		String named = (metadata.get("issuer") instanceof String text) ? text : "";
		if (!named.equals(this.issuer)) {
			throw new FetchFailure(FetchOutcome.METADATA, mismatch(named, location));
		}
		if (!(metadata.get("jwks_uri") instanceof String keys)) {
			throw new FetchFailure(FetchOutcome.METADATA,
					"the metadata at " + location + " has no jwks_uri; where the keys are must be configured");
		}
		return this.locations.verified(keys, "jwks_uri of the metadata at " + location);
	}

	private String mismatch(String named, String location) {
		if (named.isEmpty()) {
			return "the metadata at " + location + " names no issuer";
		}
		String mismatch = "the metadata at " + location + " is of the issuer " + Locations.quoted(named)
				+ ", and the configured one is " + Locations.quoted(this.issuer);
		if (named.equals(this.issuer + "/") || this.issuer.equals(named + "/")) {
			return mismatch + ": they differ in the slash at the end";
		}
		return named.equalsIgnoreCase(this.issuer) ? mismatch + ": they differ in upper and lower case" : mismatch;
	}

}
