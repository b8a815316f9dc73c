package io.zerotrust.risk.replay;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.zerotrust.risk.replay.world.World;
import io.zerotrust.risk.replay.world.WorldSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The risk model tells attacks from people. With {@code zt.risk-benchmark=tune} one big
 * world is replayed and printed.
 */
class RiskBenchmarkTests {

	private static final String ASKED = System.getProperty("zt.risk-benchmark", "");

	@Test
	void replayWhenTheSameThenTheSameDecisionsAndReasons() {
		if (ASKED.equals("tune")) {
			System.out.println(Tuning.print(WorldSettings.base(), Seeds.TUNE.get(0)));
			return;
		}
		assertThat(digest(new OpenLoop(new World(WorldSettings.small(), 1), Replay.observing(Map.of()))))
			.isEqualTo(digest(new OpenLoop(new World(WorldSettings.small(), 1), Replay.observing(Map.of()))));
	}

	private static String digest(OpenLoop loop) {
		return loop.run().replay().digest();
	}

}
