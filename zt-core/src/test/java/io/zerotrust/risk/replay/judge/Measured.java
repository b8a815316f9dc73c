package io.zerotrust.risk.replay.judge;

import java.util.List;

/**
 * What one world has shown.
 *
 * @param open how well scores tell attacks from people if decisions have no effect
 * @param answered the same if they have
 * @param fates what became of the attacks
 * @param friction what harmless callers had to put up with
 * @param shift by how much calibration had shifted the scores of people at the end, in
 * nats
 */
public record Measured(Roc open, Roc answered, List<Fate> fates, Friction friction, double shift) {

	public Measured {
		fates = List.copyOf(fates);
	}

}
