package io.zerotrust.risk.replay.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.zerotrust.risk.replay.judge.Bootstrap;
import io.zerotrust.risk.replay.judge.Fate;
import io.zerotrust.risk.replay.judge.Series;
import io.zerotrust.risk.replay.world.Attack;

/**
 * Tables with a row for each kind of attack.
 */
final class KindTables {

	private KindTables() {
	}

	/**
	 * Return what is found in worlds of one kind.
	 */
	static String found(Series series) {
		StringBuilder table = new StringBuilder("""
				| Attack | Incidents | Found at 1 % | Found at 0.1 % | At 0.1 %, with step-ups answered |
				|---|---|---|---|---|
				""");
		for (Attack attack : Attack.values()) {
			found(table, attack.words(), series, (other) -> other == attack);
		}
		found(table, "**all**", series, (attack) -> true);
		return table.toString();
	}

	private static void found(StringBuilder table, String name, Series series, Predicate<Attack> attacks) {
		table.append(String.format(Locale.ROOT, "| %s | %d | %s | %s | %s |\n", name, series.fates(attacks).size(),
				series.found(attacks, 0.01), series.found(attacks, 0.001), series.foundAnswered(attacks, 0.001)));
	}

	/**
	 * Return what becomes of attacks in worlds of one kind.
	 */
	static String contained(Series series) {
		StringBuilder table = new StringBuilder("""
				| Attack | Contained | Requests before p50 | p90 | Records before p50 | p90 \
				| Records in all p50 | p90 |
				|---|---|---|---|---|---|---|---|
				""");
		for (Attack attack : Attack.values()) {
			contained(table, attack.words(), series, (other) -> other == attack);
		}
		contained(table, "**all**", series, (attack) -> true);
		return table.toString();
	}

	private static void contained(StringBuilder table, String name, Series series, Predicate<Attack> attacks) {
		List<Fate> fates = series.fates(attacks);
		table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", name,
				series.contained(attacks), Bootstrap.of(fates, Fate::requests, 0.5),
				Bootstrap.of(fates, Fate::requests, 0.9), Bootstrap.of(fates, Fate::records, 0.5),
				Bootstrap.of(fates, Fate::records, 0.9), Bootstrap.of(fates, Fate::recordsServed, 0.5),
				Bootstrap.of(fates, Fate::recordsServed, 0.9)));
	}

}
