package io.zerotrust.risk.replay.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.zerotrust.risk.replay.world.Attack;
import io.zerotrust.risk.replay.world.Incident;

/**
 * How well scores tell incidents from harmless sessions.
 *
 * @param benign the peaks of harmless sessions, the highest first
 * @param attacks the peaks of incidents, by kind
 */
public record Roc(double[] benign, Map<Attack, double[]> attacks) {

	/**
	 * Create the curve of one replay.
	 * @param benign the harmless sessions
	 * @param incidents the incidents
	 * @param peaks the peaks of the incidents, in the same order
	 */
	public static Roc of(List<Peak> benign, List<Incident> incidents, List<Peak> peaks) {
		double[] scores = benign.stream().mapToDouble(Peak::nats).sorted().toArray();
		for (int i = 0; i < scores.length / 2; i++) {
			double low = scores[i];
			scores[i] = scores[scores.length - 1 - i];
			scores[scores.length - 1 - i] = low;
		}
		Map<Attack, List<Double>> attacks = new EnumMap<>(Attack.class);
		for (int i = 0; i < incidents.size(); i++) {
			attacks.computeIfAbsent(incidents.get(i).attack(), (attack) -> new ArrayList<>()).add(peaks.get(i).nats());
		}
		Map<Attack, double[]> arrays = new EnumMap<>(Attack.class);
		attacks.forEach((attack, all) -> arrays.put(attack, all.stream().mapToDouble(Double::doubleValue).toArray()));
		return new Roc(scores, arrays);
	}

	/**
	 * Return the score that so many harmless sessions exceed.
	 * @param share of harmless sessions, from 0 to 1
	 * @return the score, in nats
	 */
	public double threshold(double share) {
		return this.benign[Math.min(this.benign.length - 1, (int) (share * this.benign.length))];
	}

	/**
	 * Return how many incidents of a kind are found.
	 * @param attack the kind
	 * @param share at which share of harmless sessions
	 */
	public Interval found(Attack attack, double share) {
		double[] scores = this.attacks.getOrDefault(attack, new double[0]);
		double threshold = threshold(share);
		return new Interval((int) Arrays.stream(scores).filter((score) -> score > threshold).count(), scores.length);
	}

	/**
	 * Return how many incidents are found.
	 * @param share at which share of harmless sessions
	 */
	public Interval found(double share) {
		Interval all = new Interval(0, 0);
		for (Attack attack : this.attacks.keySet()) {
			all = all.plus(found(attack, share));
		}
		return all;
	}

}
