package io.zerotrust.risk.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.zerotrust.risk.replay.judge.Bootstrap;
import io.zerotrust.risk.replay.judge.Fate;
import io.zerotrust.risk.replay.judge.Flagged;
import io.zerotrust.risk.replay.judge.Interval;
import io.zerotrust.risk.replay.judge.Rate;
import io.zerotrust.risk.replay.judge.Series;
import io.zerotrust.risk.replay.world.Attack;

/**
 * What was wanted before anything was measured.
 */
public final class Targets {

	private static final double PRICE = 0.001;

	private final List<Target> targets = new ArrayList<>();

	private final Results results;

	private Targets(Results results) {
		this.results = results;
	}

	/**
	 * Hold the results against the targets.
	 */
	public static List<Target> of(Results results) {
		Targets targets = new Targets(results);
		targets.addFound();
		targets.addContained();
		targets.addRequests();
		targets.addRecords();
		targets.addFriction();
		results.ramps().forEach(targets::addRamp);
		return targets.targets;
	}

	private void addFound() {
		found("found.base", "found at 0.1 %, all kinds, base world", this.results.base(), (attack) -> true, 0.85);
		found("found.shifted", "the same, shifted world", this.results.shifted(), (attack) -> true, 0.85);
		found("found.harsh", "the same, harsh world", this.results.harsh(), (attack) -> true, 0.80);
		found("theft", Attack::isTheft, 0.95);
		found("takeover", Attack.TAKEOVER, 0.85);
		found("targeted", Attack.TARGETED_TAKEOVER, 0.40);
		found("bola.sequential", Attack.BOLA_SEQUENTIAL, 1.00);
		found("bola.slow", Attack.BOLA_SLOW, 0.93);
		found("probing", Attack.PROBING, 0.99);
		found("lateral", Attack.LATERAL, 0.99);
	}

	private void found(String id, Attack attack, double least) {
		found(id, (other) -> other == attack, least);
	}

	private void found(String id, Predicate<Attack> attacks, double least) {
		found("found." + id, "found at 0.1 %: " + id, this.results.base(), attacks, least);
	}

	private void found(String id, String metric, Series series, Predicate<Attack> attacks, double least) {
		share(id, metric, series.found(attacks, PRICE), least);
	}

	private void share(String id, String metric, Interval share, double least) {
		add(id, metric, String.format(Locale.ROOT, "≥ %.2f", least), share.toString(), share.share() >= least);
	}

	private void addContained() {
		share("contained.warm14", "contained, 14 warm days", this.results.base().contained((attack) -> true), 0.94);
		share("contained.warm3", "contained, 3 warm days", this.results.warm3().contained((attack) -> true), 0.85);
		share("contained.warm1", "contained, 1 warm day", this.results.warm1().contained((attack) -> true), 0.80);
	}

	private void addRequests() {
		requests("theft", Attack::isTheft, 1, 5);
		requests("lateral", (attack) -> attack == Attack.LATERAL, 1, 5);
		requests("bola.sequential", (attack) -> attack == Attack.BOLA_SEQUENTIAL, 8, 25);
		requests("bola.slow", (attack) -> attack == Attack.BOLA_SLOW, 20, 120);
		requests("probing", (attack) -> attack == Attack.PROBING, 7, 12);
		requests("scraping", (attack) -> attack == Attack.SCRAPING, 100, 300);
	}

	private void requests(String id, Predicate<Attack> attacks, double median, double most) {
		List<Fate> fates = this.results.base().fates(attacks);
		Bootstrap half = Bootstrap.of(fates, Fate::requests, 0.5);
		Bootstrap tail = Bootstrap.of(fates, Fate::requests, 0.9);
		add("requests." + id, "requests served before containment, p50 / p90: " + id,
				String.format(Locale.ROOT, "≤ %.0f / %.0f", median, most), half + " / " + tail,
				half.value() <= median && tail.value() <= most);
	}

	private void addRecords() {
		records("theft", Attack::isTheft, 10);
		records("bola.sequential", (attack) -> attack == Attack.BOLA_SEQUENTIAL, 25);
		records("bola.slow", (attack) -> attack == Attack.BOLA_SLOW, 120);
		Bootstrap share = Bootstrap.of(this.results.base().fates((attack) -> attack == Attack.SCRAPING),
				(fate) -> 100 * fate.shareServed(), 0.9);
		add("records.scraping", "records given away in all, p90 of the share: scraping", "≤ 40 %", share + " %",
				share.value() <= 40);
	}

	private void records(String id, Predicate<Attack> attacks, double most) {
		Bootstrap tail = Bootstrap.of(this.results.base().fates(attacks), Fate::recordsServed, 0.9);
		add("records." + id, "records given away in all, p90: " + id, String.format(Locale.ROOT, "≤ %.0f", most),
				tail.toString(), tail.value() <= most);
	}

	private void addFriction() {
		friction("step-ups.base", "step-ups of harmless people per 1,000 and day, base world",
				this.results.base().people("risk.step-up"), 1.5);
		friction("step-ups.harsh", "the same, harsh world", this.results.harsh().people("risk.step-up"), 6);
		friction("quarantines", "quarantines of harmless people per 1,000 and day, base world",
				this.results.base().people("risk.quarantined"), 0.1);
	}

	private void friction(String id, String metric, Rate rate, double most) {
		add(id, metric, String.format(Locale.ROOT, "≤ %.1f", most), rate.toString(), rate.value() <= most);
	}

	private void addRamp(Flagged ramp) {
		if (ramp.rate() >= 0.05) {
			double factor = ramp.factor(0.9);
			add(String.format(Locale.ROOT, "ramp.%.0f", 100 * ramp.rate()),
					String.format(Locale.ROOT, "nine of ten stopped who do %.0f %% more each day", 100 * ramp.rate()),
					"before × 6", Double.isInfinite(factor) ? "never" : String.format(Locale.ROOT, "× %.1f", factor),
					factor <= 6);
		}
	}

	private void add(String id, String metric, String goal, String measured, boolean met) {
		this.targets.add(new Target(id, metric, goal, measured, met));
	}

}
