package io.zerotrust.risk.replay.report;

/**
 * What the model should reach, and what it does.
 *
 * @param id names it, for the words about why it is missed
 * @param metric what is measured
 * @param goal what it should be
 * @param measured what it is
 * @param met whether that is enough
 */
public record Target(String id, String metric, String goal, String measured, boolean met) {

}
