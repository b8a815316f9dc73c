package io.zerotrust.risk.replay.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import io.zerotrust.risk.replay.judge.Flagged;
import io.zerotrust.risk.replay.judge.Interval;
import io.zerotrust.risk.replay.judge.Rate;
import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.judge.Series;

/**
 * The tables of the report.
 */
public final class Tables {

	private final Results results;

	private final Properties why;

	private Tables(Results results, Properties why) {
		this.results = results;
		this.why = why;
	}

	/**
	 * Make the tables.
	 * @param results what was measured
	 * @param why why targets are missed, by their ids
	 * @return the tables by name
	 */
	public static Map<String, String> of(Results results, Properties why) {
		Tables tables = new Tables(results, why);
		Map<String, String> all = new LinkedHashMap<>();
		all.put("targets", tables.targets());
		all.put("scale", tables.scale());
		all.put("found-base", KindTables.found(results.base()));
		all.put("found-shifted", KindTables.found(results.shifted()));
		all.put("found-harsh", KindTables.found(results.harsh()));
		all.put("contained-base", KindTables.contained(results.base()));
		all.put("contained-warm3", KindTables.contained(results.warm3()));
		all.put("contained-warm1", KindTables.contained(results.warm1()));
		all.put("friction", tables.friction());
		all.put("ramps", tables.ramps());
		all.put("ablation", tables.ablation());
		return all;
	}

	private String targets() {
		StringBuilder table = new StringBuilder("| Metric | Target | Measured | |\n|---|---|---|---|\n");
		StringBuilder words = new StringBuilder();
		for (Target target : Targets.of(this.results)) {
			table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s |\n", target.metric(), target.goal(),
					target.measured(), target.met() ? "met" : "**missed**"));
			if (!target.met()) {
				words.append("- ").append(target.metric()).append(": ").append(why(target)).append('\n');
			}
		}
		return table + (words.isEmpty() ? "" : "\nWhy some are missed:\n\n" + words);
	}

	private String why(Target target) {
		return this.why.getProperty(target.id(), "not understood yet.");
	}

	private String scale() {
		Interval rules = new Interval(0, 0);
		for (Roc roc : this.results.rules()) {
			rules = rules.plus(roc.found(0.001));
		}
		return "| Scorer | Found at 0.1 % |\n|---|---|\n" + "| static rules | " + rules + " |\n"
				+ "| what a check at login can see | " + this.results.login().found((attack) -> true, 0.001) + " |\n"
				+ "| everything | " + this.results.base().found((attack) -> true, 0.001) + " |\n";
	}

	private String friction() {
		StringBuilder table = new StringBuilder("""
				| World | Step-ups | Throttled sessions | Denied sessions | Quarantined sessions | Gave up \
				| Throttled hours of services per 1,000 | Quarantined hours of services per 1,000 \
				| Shift by calibration |
				|---|---|---|---|---|---|---|---|---|
				""");
		friction(table, "base", this.results.base());
		friction(table, "shifted", this.results.shifted());
		friction(table, "harsh", this.results.harsh());
		friction(table, "base, 3 warm days", this.results.warm3());
		friction(table, "base, 1 warm day", this.results.warm1());
		return table.toString();
	}

	private static void friction(StringBuilder table, String name, Series series) {
		table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %s | %+.2f |\n", name,
				series.people("risk.step-up"), series.people("risk.throttled"), series.people("risk.denied"),
				series.people("risk.quarantined"), series.lost(), series.services("risk.throttled"),
				series.services("risk.quarantined"), series.shift()));
	}

	private String ramps() {
		StringBuilder table = new StringBuilder(
				"| More each day | Half stopped at | Nine of ten stopped at | Never stopped | Others refused |\n"
						+ "|---|---|---|---|---|\n");
		for (Flagged ramp : this.results.ramps()) {
			table.append(String.format(Locale.ROOT, "| %.0f %% | %s | %s | %d of %d, up to × %.0f | %d |\n",
					100 * ramp.rate(), factor(ramp.factor(0.5)), factor(ramp.factor(0.9)),
					ramp.climbers() - ramp.factors().size(), ramp.climbers(), ramp.end(), ramp.others()));
		}
		return table.toString();
	}

	private static String factor(double factor) {
		return Double.isInfinite(factor) ? "never" : String.format(Locale.ROOT, "× %.1f", factor);
	}

	private String ablation() {
		StringBuilder table = new StringBuilder(
				"| Without | Found at 0.1 % | Change | Contained | Step-ups per 1,000 and day | Change |\n"
						+ "|---|---|---|---|---|---|\n");
		Series whole = this.results.ablation().get(0).series();
		double found = whole.found((attack) -> true, 0.001).share();
		double asked = whole.people("risk.step-up").value();
		for (Results.Without without : this.results.ablation()) {
			Interval share = without.series().found((attack) -> true, 0.001);
			Rate stepUps = without.series().people("risk.step-up");
			table.append(String.format(Locale.ROOT, "| %s | %s | %+.3f | %.2f | %s | %+.2f |\n",
					without.signal().isEmpty() ? "nothing" : without.signal(), share, share.share() - found,
					without.series().contained((attack) -> true).share(), stepUps, stepUps.value() - asked));
		}
		return table.toString();
	}

	/**
	 * Return which missed targets nobody has written about.
	 */
	public static List<String> unexplained(Results results, Properties why) {
		return Targets.of(results)
			.stream()
			.filter((target) -> !target.met() && !why.containsKey(target.id()))
			.map(Target::id)
			.toList();
	}

}
