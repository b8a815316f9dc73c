package io.zerotrust.risk.replay.world;

/**
 * Where people live.
 *
 * @param code two letters
 * @param latitude of its middle, in degrees
 * @param longitude of its middle, in degrees
 * @param zone how many hours its clocks are ahead of UTC
 */
record Country(String code, double latitude, double longitude, int zone) {

}
