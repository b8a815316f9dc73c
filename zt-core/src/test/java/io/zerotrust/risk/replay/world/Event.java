package io.zerotrust.risk.replay.world;

import java.util.List;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Resource;
import io.zerotrust.access.TouchedObject;

/**
 * A request, and what the application would answer.
 *
 * @param time when, in milliseconds since the epoch
 * @param session in which session
 * @param from where from and with what
 * @param endpoint to which endpoint
 * @param ids the objects it is about
 * @param status how the application answers
 * @param bytes at which length
 * @param harmful whether it is what an attack is after
 */
public record Event(long time, Session session, Surroundings from, Endpoint endpoint, int[] ids, int status, int bytes,
		boolean harmful) {

	public AccessRequest request() {
		Resource resource = this.endpoint.resource();
		return new AccessRequest(this.session.subject(this.time), this.endpoint.action(),
				this.endpoint.namesObject() ? resource.about(objects()) : resource, this.from.at(this.time));
	}

	/**
	 * Return the same request, made later.
	 */
	public Event at(long time) {
		return new Event(time, this.session, this.from, this.endpoint, this.ids, this.status, this.bytes, this.harmful);
	}

	Event in(Session session) {
		return new Event(this.time, session, this.from, this.endpoint, this.ids, this.status, this.bytes, this.harmful);
	}

	/**
	 * Return the objects the answer is about.
	 */
	public List<TouchedObject> objects() {
		return this.endpoint.objects(this.ids);
	}

	/**
	 * Return how many records somebody has if he gets the answer.
	 */
	public int records() {
		return (this.status < 400) ? Math.max(1, this.ids.length) : 0;
	}

	/**
	 * Return a number for who asks, for counting by hand.
	 */
	public String address() {
		return String.valueOf(this.from.place().address().getHostAddress());
	}

	/**
	 * Return which endpoint is asked, for counting by hand.
	 */
	public String path() {
		return this.endpoint.resource().id();
	}

	/**
	 * Return what the path holds, for counting by hand.
	 */
	public String target() {
		return (this.ids.length == 0) ? path() : path() + this.ids[0];
	}

}
