package io.zerotrust.risk.replay.judge;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.zerotrust.risk.replay.world.Attack;
import io.zerotrust.risk.replay.world.WorldSettings;

/**
 * What worlds of one kind have shown, one for each seed. Each has its own threshold.
 *
 * @param settings the kind
 * @param worlds what each has shown
 */
public record Series(WorldSettings settings, List<Measured> worlds) {

	/**
	 * Return which share of the incidents of some kinds is found if decisions have no
	 * effect.
	 * @param attacks the kinds
	 * @param price the share of harmless sessions with a higher score than the threshold
	 */
	public Interval found(Predicate<Attack> attacks, double price) {
		return found(Measured::open, attacks, price);
	}

	/**
	 * Return the same if people log in again where they are asked to.
	 */
	public Interval foundAnswered(Predicate<Attack> attacks, double price) {
		return found(Measured::answered, attacks, price);
	}

	private Interval found(Function<Measured, Roc> roc, Predicate<Attack> attacks, double price) {
		Interval sum = new Interval(0, 0);
		for (Measured world : this.worlds) {
			for (Attack attack : Attack.values()) {
				sum = attacks.test(attack) ? sum.plus(roc.apply(world).found(attack, price)) : sum;
			}
		}
		return sum;
	}

	public List<Fate> fates(Predicate<Attack> attacks) {
		return this.worlds.stream()
			.flatMap((world) -> world.fates().stream())
			.filter((fate) -> attacks.test(fate.incident().attack()))
			.toList();
	}

	public Interval contained(Predicate<Attack> attacks) {
		List<Fate> fates = fates(attacks);
		return new Interval((int) fates.stream().filter(Fate::isContained).count(), fates.size());
	}

	/**
	 * Return how often harmless people are refused with a code.
	 */
	public Rate people(String code) {
		int count = this.worlds.stream().mapToInt((world) -> world.friction().people(code)).sum();
		return new Rate(count, userDays() / 1000);
	}

	/**
	 * Return in how many hours harmless services are refused with a code, of 1,000 hours.
	 */
	public Rate services(String code) {
		int count = this.worlds.stream().mapToInt((world) -> world.friction().services(code)).sum();
		return new Rate(count, 24.0 * this.settings.services() * WorldSettings.TEST_DAYS * this.worlds.size() / 1000);
	}

	/**
	 * Return how many harmless people gave up.
	 */
	public Rate lost() {
		return new Rate(this.worlds.stream().mapToInt((world) -> world.friction().lost()).sum(), userDays() / 1000);
	}

	/**
	 * Return by how much calibration had shifted the scores of people in the end, in
	 * nats.
	 */
	public double shift() {
		return this.worlds.stream().mapToDouble(Measured::shift).average().orElse(0);
	}

	private double userDays() {
		return (double) this.settings.users() * WorldSettings.TEST_DAYS * this.worlds.size();
	}

}
