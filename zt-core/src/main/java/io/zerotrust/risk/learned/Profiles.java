package io.zerotrust.risk.learned;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of all principals, in two generations: whoever is seen for the first time
 * can only push out other newcomers. Who is in trouble is kept apart and pushed out by
 * nobody.
 */
final class Profiles {

	private final Cache<PrincipalKey, Profile> newcomers;

	private final Cache<PrincipalKey, Profile> established;

	private final ConcurrentMap<PrincipalKey, Profile> pinned = new ConcurrentHashMap<>();

	private final int mostPinned;

	/**
	 * Create the store.
	 * @param most how many principals are remembered at most, beside those in trouble,
	 * who may be a tenth of that
	 */
	Profiles(int most) {
		int newcomers = Math.max(1, most / 4);
		this.newcomers = cache(newcomers);
		this.established = cache(Math.max(1, most - newcomers));
		this.mostPinned = Math.max(1, most / 10);
	}

	private static Cache<PrincipalKey, Profile> cache(int most) {
		return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
	}

	/**
	 * Return the profile of a principal, or {@code null} if there is none.
	 */
	@Nullable Profile find(PrincipalKey principal) {
		Profile profile = this.established.getIfPresent(principal);
		profile = (profile != null) ? profile : this.newcomers.getIfPresent(principal);
		return (profile != null || this.pinned.isEmpty()) ? profile : this.pinned.get(principal);
	}

	/**
	 * Return the profile of a principal, which begins now if there is none.
	 */
	Profile of(PrincipalKey principal) {
		Profile known = this.established.getIfPresent(principal);
		if (known != null) {
			return known;
		}
		Profile newcomer = this.newcomers.get(principal, (unknown) -> {
			Profile kept = this.pinned.get(unknown);
			return (kept != null) ? kept : new Profile();
		});
		// INVARIANT: it may have become established since, and left the newcomers
		known = this.established.getIfPresent(principal);
		if (known != null && known != newcomer) {
			this.newcomers.asMap().remove(principal, newcomer);
			return known;
		}
		return newcomer;
	}

	/**
	 * Take a principal out of the newcomers.
	 */
	void establish(PrincipalKey principal, Profile profile) {
		// INVARIANT: first in, then out, so that it is never in neither
		this.established.put(principal, profile);
		this.newcomers.asMap().remove(principal, profile);
	}

	/**
	 * Keep a principal whatever comes, until the time its profile says.
	 */
	void pin(PrincipalKey principal, Profile profile, int now) {
		if (this.pinned.size() >= this.mostPinned) {
			this.pinned.values().removeIf((each) -> each.words()[Layout.PINNED] < now);
		}
		if (this.pinned.size() < this.mostPinned) {
			this.pinned.put(principal, profile);
		}
	}

	void forget(PrincipalKey principal) {
		this.newcomers.invalidate(principal);
		this.established.invalidate(principal);
		this.pinned.remove(principal);
	}

	/**
	 * Take over profiles that were kept before a restart, in place of those that are
	 * there.
	 */
	void restore(Map<PrincipalKey, Profile> profiles) {
		this.newcomers.invalidateAll();
		this.established.invalidateAll();
		this.pinned.clear();
		profiles.forEach(
				(principal, profile) -> (Learning.isEstablished(profile.words()) ? this.established : this.newcomers)
					.put(principal, profile));
	}

	/**
	 * Return all profiles as they are now.
	 */
	Map<PrincipalKey, Profile> all() {
		Map<PrincipalKey, Profile> all = new HashMap<>(this.pinned);
		all.putAll(this.newcomers.asMap());
		all.putAll(this.established.asMap());
		return all;
	}

	int size() {
		this.newcomers.cleanUp();
		return (int) this.newcomers.estimatedSize() + establishedSize();
	}

	int establishedSize() {
		this.established.cleanUp();
		return (int) this.established.estimatedSize();
	}

}
