package io.zerotrust.samples.quickstart;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.zerotrust.samples.launch.Applications;
import io.zerotrust.samples.quickstart.days.Days;
import io.zerotrust.samples.quickstart.days.Event;
import io.zerotrust.samples.quickstart.tour.Tour;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets the days of the second act pass, twice, and holds every cell against the expected
 * one.
 */
class SecondActTests {

	private static final String EXPECTED = """
			day 1 02:00  | a job reads each night            | GET /orders/1     | 10 x 200                                                    | 10 x 200
			day 1 09:00  | alice orders for ten days         | GET, POST /orders | 10 x 200, 10 x 201                                          | 10 x 200, 10 x 201
			day 11 09:00 | alice comes to work               | GET /orders/1     | 200                                                         | 200
			day 11 09:05 | her token is stolen and used      | GET /orders/1     | 401 risk.step-up                                            | 200
			day 11 09:05 | the thief names her address       | GET /orders/1     | 401 risk.step-up                                            | 200
			day 11 09:05 | alice goes on                     | GET /orders/1     | 200                                                         | 200
			day 12 02:00 | the job's key is stolen and tried | GET /admin ...    | 5 x 404, 403 policy.uncovered                               | 5 x 404, 200
			day 12 02:03 | then what it may do               | GET /me           | 403 risk.quarantined                                        | 200
			day 13 09:00 | a flood of forged tokens          | GET /orders/1     | 100 x 401 token.signature, 200 x 429 limit.address-failures | 300 x 401
			day 13 09:00 | alice goes on                     | GET /orders/1     | 200                                                         | 200
			day 13 09:01 | a minute later                    | GET /orders/1     | 401 token.signature                                         | 401
			day 14 09:00 | alice travels, with a new phone   | GET /orders/1     | 401 risk.step-up                                            | 200
			day 14 09:01 | she shows a second factor         | GET /orders/1     | 200                                                         | 200
			day 14 09:21 | and goes on                       | POST /orders      | 201                                                         | 201
			""";

	private static final String EXPLAINED = """
			her token is stolen and used:
			  +2.9 device never seen, +2.2 network never seen, +1.0 both at once, +2.6 user agent never seen, -0.5 usual hour, +4.0 the session began with another user agent, +3.0 the session began on another device, risk 1.00, threshold 0.62
			the thief names her address:
			  +2.9 device never seen, +2.2 network never seen, +1.0 both at once, +2.6 user agent never seen, -0.5 usual hour, +4.0 the session began with another user agent, +3.0 the session began on another device, risk 1.00, threshold 0.62
			then what it may do:
			  +0.5 6 requests in an hour, usually up to 1, +1.8 2 endpoints never used before, +6.9 6 failed requests in short time (403, 404), risk 0.99, threshold 0.92
			alice travels, with a new phone:
			  +2.8 device never seen, +2.1 network never seen, +1.0 both at once, +2.6 user agent never seen, -0.5 usual hour, risk 0.95, threshold 0.62
			""";

	@Test
	void passWhenTakenTwiceThenEveryCellIsAsExpected() {
		assertAct();
		assertAct();
	}

	private static void assertAct() {
		try (Applications applications = new Applications("--api.port=0", "--issuer.port=0", "--plain.port=0",
				"--watched.port=0")) {
			Tour tour = Quickstart.start(applications);
			try (Days days = Quickstart.days(applications, tour)) {
				List<Event> events = days.pass();
				assertThat(events.stream().map((event) -> String.join(" | ", event.cells().subList(0, 5))))
					.containsExactlyElementsOf(
							EXPECTED.lines().map((line) -> line.replaceAll(" +\\| ", " | ")).toList());
				assertThat(days.explain(events)).isEqualTo(EXPLAINED);
			}
		}
	}

}
