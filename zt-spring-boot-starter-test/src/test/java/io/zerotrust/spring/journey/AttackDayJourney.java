package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.zerotrust.spring.MovableClock;
import io.zerotrust.spring.test.TokenBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two weeks of habit and a day on which the application is attacked, by requests over
 * real HTTP.
 */
abstract class AttackDayJourney {

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36";

	static final Place LAPTOP = new Place("198.51.100.7", BROWSER, "laptop", "t13d1516h2_8daaf6152771_e5627efa2ab1");

	static final Place PHONE = new Place("198.51.100.7", "Mozilla/5.0 (iPhone) Version/26.0 Mobile Safari/604.1",
			"phone", "t13d2014h2_a09f3c656075_14788d8d241b");

	static final Place OFFICE = new Place("192.0.2.9", BROWSER, "desk", "t13d1516h2_8daaf6152771_e5627efa2ab1");

	static final Place HOTEL = new Place("203.0.113.80", BROWSER, "tablet", "t13d1516h2_8daaf6152771_e5627efa2ab1");

	static final Place THIEF = new Place("203.0.113.66", "python-requests/2.32", "burner",
			"t13i190900_9dc949149365_97f8aa674fd9");

	private static final List<String> OWNERS = List.of("alice", "grace", "heidi");

	private static final List<String> COLLEAGUES = List.of("bob", "carol", "dave", "erin", "frank");

	private static final int DAYS = 14;

	abstract RunningApplication application();

	// what one session did must not shut out the owner at another device
	@Test
	void getWhenSessionIsQuarantinedThenOtherSessionOfItsOwnerIsServed() throws IOException {
		String infected = session("grace", "grace-infected");
		Answer answer = get(LAPTOP, infected, "/orders");
		for (int i = 0; i < 8 && !answer.code().equals("risk.quarantined"); i++) {
			answer = get(LAPTOP, infected, "/orders/" + own("dave", i));
		}
		assertThat(answer.code()).isEqualTo("risk.quarantined");
		assertThat(get(LAPTOP, infected, "/orders").code()).isEqualTo("quarantine.active");
		String phone = session("grace", "grace-phone");
		assertThat(get(PHONE, phone, "/orders").code()).as(decisions().why()).isEmpty();
		assertThat(get(PHONE, phone, "/orders/" + own("grace", 1)).code()).as(decisions().why()).isEmpty();
		assertThat(get(PHONE, phone, "/orders/" + own("dave", 5)).code()).as("one more of others")
			.isEqualTo("risk.quarantined");
	}

	// what has led to a quarantine must not lead to the next one by itself
	@Test
	void getWhenQuarantineIsOverThenNothingNewIsHeldAgainstCalmRequests() throws IOException {
		String session = session("heidi", "heidi-1");
		Answer answer = get(LAPTOP, session, "/orders");
		for (int i = 0; i < 8 && !answer.code().equals("risk.quarantined"); i++) {
			answer = get(LAPTOP, session, "/orders/" + own("carol", i));
		}
		assertThat(answer.code()).isEqualTo("risk.quarantined");
		clock().move(Duration.ofMinutes(15));
		assertThat(get(LAPTOP, session("heidi", "heidi-1"), "/orders/" + own("heidi", 1)).code()).as(decisions().why())
			.isNotEqualTo("risk.quarantined");
	}

	/**
	 * Play two weeks in which nothing happens.
	 */
	static void history(RunningApplication application) throws IOException {
		AttackDayJourney journey = new AttackDayJourney() {

			@Override
			RunningApplication application() {
				return application;
			}

		};
		for (int day = 0; day < DAYS; day++) {
			journey.day(day);
			application.context().getBean(MovableClock.class).move(Duration.ofDays(1));
		}
	}

	private void day(int day) throws IOException {
		for (String owner : OWNERS) {
			work(LAPTOP, owner, day);
			work(PHONE, owner, day + 1);
		}
		for (String colleague : COLLEAGUES) {
			work(OFFICE, colleague, day);
		}
		assertThat(get(OFFICE, service(), "/orders").status()).isEqualTo(200);
		assertThat(get(OFFICE, agent("agent-" + day), "/orders").status()).isEqualTo(200);
	}

	private void work(Place place, String subject, int day) throws IOException {
		String session = session(subject, subject + place.device() + day);
		assertThat(get(place, session, "/orders").status()).isEqualTo(200);
		for (int i = 0; i < 4; i++) {
			Answer answer = get(place, session, "/orders/" + own(subject, 4 * day + i));
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
		}
	}

	/**
	 * Return one of the eight orders of somebody.
	 */
	static int own(String subject, int which) {
		return 1000 * subject.charAt(0) + 37 * (which % 8);
	}

	String session(String subject, String session) {
		return bearer(token(subject).claim("sid", session));
	}

	private String service() {
		return bearer(token("importer").client("importer"));
	}

	private String agent(String session) {
		return bearer(token("alice").claim("sid", session).claim("act", Map.of("sub", "assistant")));
	}

	TokenBuilder token(String subject) {
		return application().token().subject(subject).issuedAt(clock().instant());
	}

	static String bearer(TokenBuilder token) {
		return "Authorization: Bearer " + token.mint();
	}

	Answer get(Place place, String token, String target) throws IOException {
		return application().get(target, token, "X-Forwarded-For: " + place.address(), "User-Agent: " + place.agent(),
				"X-Device-Id: " + place.device(), "X-JA4: " + place.fingerprint());
	}

	MovableClock clock() {
		return application().context().getBean(MovableClock.class);
	}

	AttackDayApi.Decisions decisions() {
		return application().context().getBean(AttackDayApi.Decisions.class);
	}

	/**
	 * From where and with what somebody asks.
	 */
	record Place(String address, String agent, String device, String fingerprint) {
	}

}
