package io.zerotrust.outcome;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.TouchedObject;

/**
 * The objects one request was said to be about, each once, and what was suspicious about
 * it. Several threads may work for it. Adapters attach it to each of them; applications
 * use {@link Touched} and {@link Suspicion}.
 *
 * @since 0.1.0
 */
public final class TouchedObjects {

	/**
	 * How many objects are remembered of a request.
	 */
	public static final int MOST = 1000;

	/**
	 * How many suspicions are remembered of a request.
	 */
	private static final int MOST_SUSPICIONS = 16;

	private static final ThreadLocal<@Nullable TouchedObjects> CURRENT = new ThreadLocal<>();

	private @Nullable Set<TouchedObject> objects;

	private int more;

	private List<Suspicion> suspicions = List.of();

	/**
	 * Return the objects of the request that the current thread works for.
	 * @return the objects, or {@code null} if it works for none
	 */
	public static @Nullable TouchedObjects current() {
		return CURRENT.get();
	}

	/**
	 * Let the current thread work for a request.
	 * @param objects where to note its objects, or {@code null} for no request
	 * @return what was there before, to be attached again afterwards
	 */
	public static @Nullable TouchedObjects attach(@Nullable TouchedObjects objects) {
		TouchedObjects before = CURRENT.get();
		if (objects != null) {
			CURRENT.set(objects);
		}
		else {
			CURRENT.remove();
		}
		return before;
	}

	/**
	 * Add an object. From {@value #MOST} on they are only counted.
	 * @param object the object
	 */
	public synchronized void add(TouchedObject object) {
		Set<TouchedObject> known = this.objects;
		if (known == null) {
			known = new LinkedHashSet<>();
			this.objects = known;
		}
		if (known.size() < MOST) {
			known.add(object);
		}
		else if (!known.contains(object)) {
			this.more++;
		}
	}

	/**
	 * Add a suspicion. The same point counts once, by its largest weight.
	 * @param suspicion the suspicion
	 */
	public synchronized void add(Suspicion suspicion) {
		List<Suspicion> all = new ArrayList<>(this.suspicions);
		for (int i = 0; i < all.size(); i++) {
			Suspicion known = all.get(i);
			if (known.point().equals(suspicion.point())) {
				all.set(i, (known.weight() >= suspicion.weight()) ? known : suspicion);
				this.suspicions = all;
				return;
			}
		}
		if (all.size() < MOST_SUSPICIONS) {
			all.add(suspicion);
			this.suspicions = all;
		}
	}

	/**
	 * Return the suspicions.
	 * @return what was reported so far, each point once
	 */
	public synchronized List<Suspicion> suspicions() {
		return List.copyOf(this.suspicions);
	}

	/**
	 * Return the objects, behind others that are known.
	 * @param others the other objects
	 * @return all of them, each once
	 */
	public synchronized List<TouchedObject> behind(List<TouchedObject> others) {
		if (this.objects == null) {
			return others;
		}
		Set<TouchedObject> all = new LinkedHashSet<>(others);
		all.addAll(this.objects);
		return new ArrayList<>(all);
	}

	/**
	 * Return how often an object was added that is not remembered.
	 * @return how often; one object may count several times
	 */
	public synchronized int more() {
		return this.more;
	}

}
