package io.zerotrust.risk.replay.world;

/**
 * One session of somebody, from its first request to its last.
 *
 * @param person who
 * @param session in which session
 * @param from where from and with what
 * @param start when, in milliseconds since the epoch
 * @param end when it is over
 */
record Visit(Person person, Session session, Surroundings from, long start, long end) {

}
