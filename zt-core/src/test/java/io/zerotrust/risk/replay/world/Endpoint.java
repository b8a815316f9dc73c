package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Action;
import io.zerotrust.access.Resource;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.TouchedObject;

/**
 * One of the endpoints.
 *
 * @param number which one
 * @param action its method
 * @param resource its pattern and policy
 * @param act what it is for
 * @param thing what kind of object it is about, or {@code null} if about none
 */
record Endpoint(int number, Action action, Resource resource, Act act, @Nullable Thing thing) {

	SensitivityLevel sensitivity() {
		return this.resource.policy().sensitivity();
	}

	/**
	 * Whether a request names the object.
	 */
	boolean namesObject() {
		return this.thing != null && switch (this.act) {
			case READ, UPDATE, DELETE, DOWNLOAD, INTERNAL -> true;
			default -> false;
		};
	}

	List<TouchedObject> objects(int[] ids) {
		if (ids.length == 0 || this.thing == null) {
			return List.of();
		}
		if (ids.length == 1) {
			return List.of(new TouchedObject(this.thing.word(), Integer.toString(ids[0])));
		}
		List<TouchedObject> objects = new ArrayList<>(ids.length);
		for (int id : ids) {
			objects.add(new TouchedObject(this.thing.word(), Integer.toString(id)));
		}
		return objects;
	}

}
