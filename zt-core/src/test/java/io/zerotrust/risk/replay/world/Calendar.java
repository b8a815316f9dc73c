package io.zerotrust.risk.replay.world;

import java.time.Instant;

/**
 * What happens to everybody on certain days.
 */
final class Calendar {

	static final long HOUR = 3_600_000;

	static final long DAY = 24 * HOUR;

	private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

	private final int first;

	private final int renumbered;

	Calendar(WorldSettings settings, Dice dice) {
		this.first = settings.firstAttack();
		this.renumbered = Internet.line(dice, Internet.COUNTRIES.get(0)).asn();
	}

	static long start(int day) {
		return START + day * DAY;
	}

	static boolean isWeekend(int day) {
		return day % 7 >= 5;
	}

	/**
	 * Return how many releases of a browser somebody has by a day: they reach people
	 * within three days.
	 */
	int releases(int day, int person) {
		int lag = person % 3;
		int releases = (day >= this.first - 5 + lag) ? 1 : 0;
		return (day >= this.first + 3 + lag) ? releases + 1 : releases;
	}

	/**
	 * Whether a provider gives its customers other addresses on a day.
	 */
	boolean renumbers(int day, int asn) {
		return day == this.first + 2 && asn == this.renumbered;
	}

	/**
	 * Whether the new feature is there.
	 */
	boolean isRolledOut(int day) {
		return day >= this.first + 2;
	}

	/**
	 * Whether the page that everybody opens is broken.
	 */
	boolean isBroken(long time, Endpoint endpoint) {
		long since = time - start(this.first + 4) - 10 * HOUR;
		return since >= 0 && since < 2 * HOUR && endpoint.resource().id().equals("/me/settings");
	}

	/**
	 * Whether services have work to catch up with, and which.
	 */
	boolean isBackfill(int day, int service) {
		return day >= this.first && day < this.first + 6 && service % 7 == 3 && day == this.first + service / 7 % 6;
	}

	/**
	 * Whether a service has been given another endpoint.
	 */
	boolean hasGained(int day, int service) {
		return service % 10 == 4 && day >= this.first + 1 + service / 10;
	}

}
