package io.zerotrust.outcome;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.TouchedObject;

/**
 * The objects one request was said to be about, each once. Several threads may work for
 * it. Adapters attach it to each of them; applications use {@link Touched}.
 *
 * @since 0.1.0
 */
public final class TouchedObjects {

	/**
	 * How many objects are remembered of a request.
	 */
	public static final int MOST = 1000;

	private static final ThreadLocal<@Nullable TouchedObjects> CURRENT = new ThreadLocal<>();

	private @Nullable Set<TouchedObject> objects;

	private int more;

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
