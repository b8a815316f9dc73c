package io.zerotrust.risk.replay.report;

import java.util.List;

import io.zerotrust.risk.replay.judge.Flagged;
import io.zerotrust.risk.replay.judge.Roc;
import io.zerotrust.risk.replay.judge.Series;

/**
 * Everything that was measured.
 *
 * @param base of the base world
 * @param shifted of the shifted world
 * @param harsh of the harsh world
 * @param warm3 of the base world known for three days
 * @param warm1 of the base world known for one day
 * @param login of the base world with the signals that a check at login has
 * @param rules of static rules in the base world
 * @param ramps of who does more and more
 * @param ablation of the base world, without one signal after the other
 */
public record Results(Series base, Series shifted, Series harsh, Series warm3, Series warm1, Series login,
		List<Roc> rules, List<Flagged> ramps, List<Without> ablation) {

	/**
	 * What is left without a signal.
	 *
	 * @param signal the signal that was switched off; empty for none
	 * @param series what was measured then
	 */
	public record Without(String signal, Series series) {
	}

}
