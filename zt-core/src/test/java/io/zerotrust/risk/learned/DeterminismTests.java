package io.zerotrust.risk.learned;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Posture;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.risk.RiskScore;
import io.zerotrust.risk.learned.World.Caller;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same log makes the same decisions, to the last bit.
 */
class DeterminismTests {

	@Test
	void replayWhenSameLogTwiceThenSameToTheLastBit() {
		List<String> first = replay(11);
		assertThat(replay(11)).isEqualTo(first);
		String all = String.join(" ", first);
		for (String words : List.of("objects of others", "identifiers counted through", "country never seen",
				"the session began", "failed requests", "usually up to")) {
			assertThat(all.contains(words)).as(words).isTrue();
		}
		assertThat(replay(12)).isNotEqualTo(first);
	}

	private static List<String> replay(long seed) {
		World world = new World();
		Random random = new Random(seed);
		List<String> log = new ArrayList<>();
		for (int i = 0; i < 6000; i++) {
			int user = random.nextInt(25);
			boolean thief = i > 4000 && random.nextInt(40) == 0;
			Caller caller = Caller.user("user-" + user)
				.at(Duration.ofMinutes(3L * i))
				.session("s" + i / 300)
				.to("GET /things" + random.nextInt(6));
			caller = thief ? caller.stolen() : caller;
			int id = thief ? i % 300 : user * 10 + random.nextInt(10);
			AccessRequest request = request(caller, id,
					thief ? new Origin(9, "NZ", -41.3, 174.8) : new Origin(3320, "DE", 50.1, 8.7));
			RiskScore score = world.score(request);
			Evaluation evaluation = world.visit(request, (random.nextInt(20) == 0) ? 403 : 200, random.nextInt(10_000),
					request.resource().objects());
			log.add(line(score, evaluation));
		}
		for (int i = 0; i < 60; i++) {
			Caller insider = Caller.user("user-3").at(Duration.ofMinutes(18_000).plusSeconds(i)).session("insider");
			AccessRequest request = request(insider, i, new Origin(3320, "DE", 50.1, 8.7));
			log.add(line(world.score(request), world.visit(request, 200, 5000, request.resource().objects())));
		}
		for (int i = 0; i < 100; i++) {
			Caller busy = Caller.user("user-4").at(Duration.ofMinutes(18_000).plusSeconds(i)).session("busy");
			AccessRequest request = request(busy, 40, new Origin(3320, "DE", 50.1, 8.7));
			log.add(line(world.score(request), world.visit(request, 200, 100_000, List.of())));
		}
		return log;
	}

	private static String line(RiskScore score, Evaluation evaluation) {
		return Long.toHexString(Double.doubleToRawLongBits(score.risk())) + " " + score.explain() + " "
				+ World.code(evaluation) + World.words(evaluation);
	}

	private static AccessRequest request(Caller caller, int id, Origin origin) {
		AccessRequest request = caller.request();
		return new AccessRequest(request.subject(), request.action(),
				request.resource().about(List.of(new TouchedObject("order", Integer.toString(id)))),
				request.context().seen("t13d1516h2", origin, Posture.values()[0]));
	}

}
