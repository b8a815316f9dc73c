package io.zerotrust.risk.learned;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * The keys of those who came lately, so that their names are not hashed again. Of fixed
 * size; whoever comes later takes the place.
 */
final class KnownPrincipals {

	private static final int KEPT = 8192;

	private final AtomicReferenceArray<@Nullable Known> latest = new AtomicReferenceArray<>(KEPT);

	/**
	 * Return the key, or {@code null} if the principal did not come lately.
	 */
	@Nullable PrincipalKey find(String issuer, String subject, String client, List<String> actors) {
		Known known = this.latest.get(place(subject, client));
		return (known != null && known.subject().equals(subject) && known.client().equals(client)
				&& known.issuer().equals(issuer) && known.actors().equals(actors)) ? known.key() : null;
	}

	void keep(String issuer, String subject, String client, List<String> actors, PrincipalKey key) {
		this.latest.set(place(subject, client), new Known(issuer, subject, client, actors, key));
	}

	private static int place(String subject, String client) {
		int hash = subject.hashCode() * 31 + client.hashCode();
		return (hash ^ hash >>> 13) & KEPT - 1;
	}

	void forget() {
		for (int i = 0; i < KEPT; i++) {
			this.latest.set(i, null);
		}
	}

	/**
	 * Who came, and under which key.
	 */
	private record Known(String issuer, String subject, String client, List<String> actors, PrincipalKey key) {
	}

}
