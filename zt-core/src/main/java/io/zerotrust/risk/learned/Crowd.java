package io.zerotrust.risk.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known of all principals together. Only those with a history vouch for others.
 * Of fixed size.
 */
final class Crowd {

	private static final int TYPES = 256;

	private static final long AGE = 30L * Decay.DAY;

	private final PeerGroup[] groups = new PeerGroup[GroupNumbers.MOST];

	private final Popularity networks = new Popularity();

	private final Popularity fingerprints = new Popularity();

	private final SharedShare[] types = new SharedShare[TYPES];

	private final EndpointRates rates = new EndpointRates();

	private final AtomicInteger members = new AtomicInteger();

	private final AtomicLong aged = new AtomicLong();

	private final ObjectOwners owners;

	Crowd(int objects) {
		this.owners = new ObjectOwners(objects);
		for (int i = 0; i < this.groups.length; i++) {
			this.groups[i] = new PeerGroup();
		}
		for (int i = 0; i < TYPES; i++) {
			this.types[i] = new SharedShare();
		}
	}

	ObjectOwners owners() {
		return this.owners;
	}

	EndpointRates rates() {
		return this.rates;
	}

	PeerGroup group(Sample sample) {
		return this.groups[sample.group()];
	}

	PeerGroup group(int number) {
		return this.groups[number];
	}

	/**
	 * Return how often objects of a type are touched by others.
	 */
	double foreignOf(int type) {
		return this.types[type & TYPES - 1].expected(0.005, 200);
	}

	void touched(int type, boolean foreign) {
		this.types[type & TYPES - 1].count(foreign);
	}

	double discount(Facet facet, int value) {
		return switch (facet) {
			case NETWORK -> this.networks.discount(value, this.members.get());
			case FINGERPRINT -> this.fingerprints.discount(value, this.members.get());
			default -> 0;
		};
	}

	/**
	 * Count a principal that has just got a history.
	 */
	void join(int[] words, Sample sample) {
		age(sample.time());
		this.members.incrementAndGet();
		PeerGroup group = group(sample);
		group.join();
		for (int i = 0; i < EndpointNumbers.MOST; i++) {
			if (Layout.ENDPOINTS.known().contains(words, i)) {
				group.uses(i);
			}
		}
		for (int i = 0; i < Facet.NETWORK.most(); i++) {
			vouch(Facet.NETWORK, Layout.table(Facet.NETWORK).value(words, i));
		}
		for (int i = 0; i < Facet.FINGERPRINT.most(); i++) {
			vouch(Facet.FINGERPRINT, Layout.table(Facet.FINGERPRINT).value(words, i));
		}
	}

	void vouch(Facet facet, int value) {
		if (value != Sample.ABSENT && facet == Facet.NETWORK) {
			this.networks.add(value);
		}
		if (value != Sample.ABSENT && facet == Facet.FINGERPRINT) {
			this.fingerprints.add(value);
		}
	}

	/**
	 * Count no longer what a principal has forgotten.
	 */
	void forget(Facet facet, int value) {
		if (value != Sample.ABSENT && facet == Facet.NETWORK) {
			this.networks.remove(value);
		}
		if (value != Sample.ABSENT && facet == Facet.FINGERPRINT) {
			this.fingerprints.remove(value);
		}
	}

	/**
	 * Return everything but the owners of objects and what fails right now.
	 */
	List<Cells> cells() {
		List<Cells> cells = new ArrayList<>(List.of(this.networks.cells(), this.fingerprints.cells(),
				Cells.of(this.members::get, (value) -> this.members.set((int) value)),
				Cells.of(this.aged::get, this.aged::set)));
		for (PeerGroup group : this.groups) {
			cells.addAll(group.cells());
		}
		for (SharedShare type : this.types) {
			cells.add(type.cells());
		}
		return cells;
	}

	/**
	 * Halve all counts every 30 days, as principals forget too.
	 */
	private void age(int now) {
		long last = this.aged.get();
		if (last == 0) {
			this.aged.compareAndSet(0, now);
			return;
		}
		if (now - last < AGE || !this.aged.compareAndSet(last, now)) {
			return;
		}
		this.networks.age();
		this.fingerprints.age();
		for (PeerGroup group : this.groups) {
			group.age();
		}
		this.members.updateAndGet((count) -> count / 2);
	}

}
