package io.zerotrust.risk.replay;

import java.util.List;
import java.util.Map;

import io.zerotrust.risk.replay.judge.Fate;
import io.zerotrust.risk.replay.judge.Friction;
import io.zerotrust.risk.replay.world.World;
import io.zerotrust.risk.replay.world.WorldSettings;

/**
 * The replay of a world that is small enough for every build.
 *
 * @param digest of all decisions, with reasons
 * @param fates what became of the attacks
 * @param friction what harmless callers had to put up with
 */
record SmallWorld(String digest, List<Fate> fates, Friction friction) {

	static SmallWorld replay() {
		ClosedLoop loop = new ClosedLoop(new World(WorldSettings.small(), Seeds.SMALL), Replay.enforcing(Map.of()))
			.run();
		return new SmallWorld(loop.replay().digest(), loop.fates(), loop.friction());
	}

	double contained() {
		return (double) this.fates.stream().filter(Fate::isContained).count() / this.fates.size();
	}

}
