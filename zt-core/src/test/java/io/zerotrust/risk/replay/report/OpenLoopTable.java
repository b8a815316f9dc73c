package io.zerotrust.risk.replay.report;

import java.util.Arrays;
import java.util.Locale;

import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.world.Attack;

/**
 * A table of what is found at which price, by kind of attack.
 */
public final class OpenLoopTable {

	private OpenLoopTable() {
	}

	public static String of(Roc roc) {
		StringBuilder table = new StringBuilder("| Attack | Incidents | found at 1 % | at 0.1 % | median score |\n");
		table.append("|---|---|---|---|---|\n");
		roc.attacks().forEach((attack, scores) -> append(table, roc, attack, scores));
		table.append(String.format(Locale.ROOT, "| all | %d | %s | %s | |\n", roc.found(1).all(), roc.found(0.01),
				roc.found(0.001)));
		return table.toString();
	}

	private static void append(StringBuilder table, Roc roc, Attack attack, double[] scores) {
		double[] sorted = scores.clone();
		Arrays.sort(sorted);
		table.append(String.format(Locale.ROOT, "| %s | %d | %s | %s | %.1f |\n", attack.words(), scores.length,
				roc.found(attack, 0.01), roc.found(attack, 0.001), sorted[sorted.length / 2]));
	}

}
