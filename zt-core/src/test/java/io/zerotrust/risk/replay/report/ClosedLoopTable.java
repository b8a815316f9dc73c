package io.zerotrust.risk.replay.report;

import java.util.List;
import java.util.Locale;

import io.zerotrust.risk.replay.judge.Fate;
import io.zerotrust.risk.replay.judge.Interval;
import io.zerotrust.risk.replay.judge.Quantiles;
import io.zerotrust.risk.replay.world.Attack;

/**
 * A table of what becomes of attacks, by kind.
 */
public final class ClosedLoopTable {

	private ClosedLoopTable() {
	}

	public static String of(List<Fate> fates) {
		StringBuilder table = new StringBuilder("""
				| Attack | Contained | Requests before p50 | p90 | Records before p50 | p90 \
				| Records in all p50 | p90 | Share of those wanted p90 |
				|---|---|---|---|---|---|---|---|---|
				""");
		for (Attack attack : Attack.values()) {
			append(table, attack.words(), of(fates, attack));
		}
		append(table, "all", fates);
		return table.toString();
	}

	public static List<Fate> of(List<Fate> fates, Attack attack) {
		return fates.stream().filter((fate) -> fate.incident().attack() == attack).toList();
	}

	public static Interval contained(List<Fate> fates) {
		return new Interval((int) fates.stream().filter(Fate::isContained).count(), fates.size());
	}

	private static void append(StringBuilder table, String name, List<Fate> fates) {
		Quantiles requests = Quantiles.of(fates, Fate::requests);
		Quantiles records = Quantiles.of(fates, Fate::records);
		Quantiles all = Quantiles.of(fates, Fate::recordsServed);
		table.append(String.format(Locale.ROOT, "| %s | %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f %% |\n",
				name, contained(fates), requests.median(), requests.most(), records.median(), records.most(),
				all.median(), all.most(), 100 * Quantiles.of(fates, Fate::shareServed).most()));
	}

}
