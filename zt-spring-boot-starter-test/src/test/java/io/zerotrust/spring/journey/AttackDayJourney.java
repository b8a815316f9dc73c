package io.zerotrust.spring.journey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import io.zerotrust.risk.quarantine.QuarantineEvent.Change;
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

	static final Place CLOUD = new Place("203.0.113.5", "agent/1.0", "pod", "t13d1011h2_61a7ad8aa9b6_3fcd1a44f3e3");

	static final Place THIEF = new Place("203.0.113.66", "python-requests/2.32", "burner",
			"t13i190900_9dc949149365_97f8aa674fd9");

	private static final List<String> OWNERS = List.of("alice", "grace", "heidi", "ivan");

	private static final List<String> COLLEAGUES = List.of("bob", "carol", "dave", "erin", "frank");

	private static final int DAYS = 14;

	abstract RunningApplication application();

	@Test
	void getWhenDayIsAttackedThenSlowedDownSteppedUpShutOutAndServedAgain() throws IOException {
		assertWorks(0);
		clock().move(Duration.ofHours(1));
		assertScraperIsSlowedDown();
		clock().move(Duration.ofMinutes(15));
		assertWorks(0);
		clock().move(Duration.ofHours(2));
		assertThiefIsChallengedAndOwnerServed();
		assertTravellerStepsUp();
		clock().move(Duration.ofMinutes(10));
		assertEnumerationIsShutOut();
		clock().move(Duration.ofMinutes(15));
		assertRefused(get(LAPTOP, session("alice", "alice-1"), "/orders"), 401, "risk.step-up");
		assertServed(get(LAPTOP, steppedUp("alice", "alice-1", clock().instant()), "/orders"));
		clock().move(Duration.ofHours(20));
		for (int i = 0; i < 8; i++) {
			assertServed(get(LAPTOP, session("alice", "alice-2"), "/orders/" + own("alice", i)));
		}
		assertServed(get(HOTEL, session("alice", "alice-hotel-2"), "/orders"));
		assertRefused(get(THIEF, session("alice", "alice-2"), "/orders"), 401, "risk.step-up");
	}

	private void assertWorks(int from) throws IOException {
		String session = session("alice", "alice-1");
		for (int i = from; i < from + 5; i++) {
			assertServed(get(LAPTOP, session, "/orders/" + own("alice", i)));
		}
	}

	private void assertScraperIsSlowedDown() throws IOException {
		String session = session("alice", "alice-1");
		int served = 0;
		Answer answer = article(session, served);
		while (answer.status() == 200 && served < 100) {
			answer = article(session, ++served);
		}
		assertThat(served).as("served before it is too much").isBetween(10, 60);
		assertRefused(answer, 429, "risk.throttled");
		assertThat(answer.header("Retry-After")).isEqualTo("900");
		assertThat(answer.header("WWW-Authenticate")).isNull();
		assertThat(decisions().why())
			.matches("\\+\\d\\.\\d \\d+ objects in a day, usually up to \\d+, .*, risk 0\\.\\d\\d, threshold 0\\.45");
		// what is usual goes on
		int allowed = 0;
		for (int i = 0; i < 30; i++) {
			clock().move(Duration.ofSeconds(10));
			answer = article(session, 100 + i);
			allowed += (answer.status() == 200) ? 1 : 0;
		}
		assertThat(allowed).as("served while slowed down").isBetween(1, 5);
		assertRefused(answer, 429, "risk.throttled");
		assertThat(answer.header("Retry-After")).isEqualTo("600");
		assertThat(quarantines("alice")).isEmpty();
	}

	private Answer article(String session, int which) throws IOException {
		return get(LAPTOP, session, "/articles/" + which * 7919 % 10_000);
	}

	private void assertThiefIsChallengedAndOwnerServed() throws IOException {
		String stolen = session("alice", "alice-1");
		assertServed(get(LAPTOP, stolen, "/orders"));
		for (int i = 0; i < 3; i++) {
			Answer thief = get(THIEF, stolen, "/orders/" + own("bob", i));
			assertRefused(thief, 401, "risk.step-up");
			assertThat(thief.header("WWW-Authenticate")).contains("error=\"insufficient_user_authentication\"",
					"acr_values=\"gold\"", "max_age=\"300\"");
			assertThat(decisions().why())
				.matches("\\+\\d\\.\\d device never seen, \\+\\d\\.\\d country never seen, .*"
						+ ", \\+3\\.0 too far away for the time, .*, risk \\d\\.\\d\\d, threshold 0\\.62")
				.contains(" the session began on another device, ")
				.doesNotContain("203.0.113", "burner", "objects of others");
			assertServed(get(LAPTOP, stolen, "/orders/" + own("alice", i)));
		}
		assertThat(quarantines("alice")).isEmpty();
	}

	/**
	 * A new device in a foreign country; the thief is there too, and gets hold even of
	 * the token after the login.
	 */
	private void assertTravellerStepsUp() throws IOException {
		assertRefused(get(HOTEL, session("alice", "alice-hotel"), "/orders"), 401, "risk.step-up");
		Instant login = clock().instant();
		assertServed(get(HOTEL, steppedUp("alice", "alice-hotel", login), "/orders"));
		assertRefused(get(THIEF, steppedUp("alice", "alice-hotel", login), "/orders"), 401, "risk.step-up");
		clock().move(Duration.ofMinutes(10));
		assertServed(get(HOTEL, steppedUp("alice", "alice-hotel", login), "/orders"));
	}

	private String steppedUp(String subject, String session, Instant login) {
		return bearer(token(subject).claim("sid", session).amr("pwd", "otp").authenticatedAt(login));
	}

	private void assertEnumerationIsShutOut() throws IOException {
		double imposed = imposed();
		String session = session("alice", "alice-1");
		Answer answer = enumerate(LAPTOP, session, "bob");
		assertRefused(answer, 403, "risk.quarantined");
		assertThat(answer.header("WWW-Authenticate")).isNull();
		assertThat(decisions().why())
			.matches(".*\\+\\d\\.\\d \\d requests for objects of others, risk (0\\.9\\d|1\\.00), threshold 0\\.92");
		assertRefused(get(LAPTOP, session, "/orders/" + own("alice", 1)), 403, "quarantine.active");
		assertThat(decisions().why()).startsWith("context in quarantine ").contains(" objects of others, ");
		assertServed(get(OFFICE, session("bob", "bob-1"), "/orders/" + own("bob", 1)));
		assertThat(quarantines("alice")).startsWith(Change.IMPOSED);
		assertThat(imposed()).isGreaterThan(imposed);
		assertThat(meters().get("zt.quarantine.active").gauge().value()).isPositive();
	}

	/**
	 * Read orders of somebody else until that is contained.
	 */
	private Answer enumerate(Place place, String session, String victim) throws IOException {
		Answer answer = get(place, session, "/orders/" + own(victim, 0));
		for (int i = 1; i < 8 && !answer.code().equals("risk.quarantined"); i++) {
			answer = get(place, session, "/orders/" + own(victim, i));
		}
		return answer;
	}

	// nobody is there to log in
	@Test
	void getWhenKeyOfServiceIsStolenThenShutOutAndNeverAskedToStepUp() throws IOException {
		assertServed(get(OFFICE, service(), "/orders"));
		assertRefused(get(THIEF, service(), "/orders"), 403, "risk.quarantined");
		assertThat(decisions().why()).contains(" country never seen, ").endsWith(", threshold 0.92");
		for (int i = 0; i < 5; i++) {
			clock().move(Duration.ofMinutes(1));
			assertRefused(get(THIEF, service(), "/orders"), 403, "quarantine.active");
			assertServed(get(OFFICE, service(), "/orders"));
		}
		assertThat(quarantines("importer")).containsExactly(Change.IMPOSED);
	}

	@Test
	void getWhenAgentActsForUserThenItHasHabitsOfItsOwn() throws IOException {
		assertServed(get(CLOUD, agent("agent-1"), "/orders"));
		assertServed(get(LAPTOP, session("ivan", "ivan-1"), "/orders"));
		assertRefused(get(CLOUD, session("ivan", "ivan-1"), "/orders"), 401, "risk.step-up");
		assertRefused(get(LAPTOP, agent("agent-1"), "/orders"), 401, "risk.step-up");
	}

	// who is refused does not say where the session has begun
	@Test
	void getWhenThiefUsesTokenFirstThenOwnerIsServed() throws IOException {
		assertRefused(get(THIEF, session("ivan", "ivan-2"), "/orders"), 401, "risk.step-up");
		assertServed(get(LAPTOP, session("ivan", "ivan-2"), "/orders"));
		assertRefused(get(THIEF, session("ivan", "ivan-2"), "/orders"), 401, "risk.step-up");
	}

	// what one session did may have another one asked for more, and does not shut it out
	@Test
	void getWhenSessionIsQuarantinedThenOtherSessionOfItsOwnerGoesOn() throws IOException {
		String infected = session("grace", "grace-infected");
		assertRefused(enumerate(LAPTOP, infected, "dave"), 403, "risk.quarantined");
		assertRefused(get(LAPTOP, infected, "/orders"), 403, "quarantine.active");
		assertRefused(get(PHONE, session("grace", "grace-phone"), "/orders"), 401, "risk.step-up");
		String phone = steppedUp("grace", "grace-phone", clock().instant());
		assertServed(get(PHONE, phone, "/orders"));
		assertServed(get(PHONE, phone, "/orders/" + own("grace", 1)));
		assertRefused(get(PHONE, phone, "/orders/" + own("dave", 7)), 403, "risk.quarantined");
		assertRefused(get(LAPTOP, infected, "/orders"), 403, "quarantine.active");
	}

	// what has led to a quarantine must not lead to the next one by itself
	@Test
	void getWhenQuarantineIsOverThenCalmRequestsBringNoNewOne() throws IOException {
		assertRefused(enumerate(LAPTOP, session("heidi", "heidi-1"), "carol"), 403, "risk.quarantined");
		clock().move(Duration.ofMinutes(15));
		assertRefused(get(LAPTOP, session("heidi", "heidi-1"), "/orders/" + own("heidi", 1)), 401, "risk.step-up");
		assertServed(get(LAPTOP, steppedUp("heidi", "heidi-1", clock().instant()), "/orders/" + own("heidi", 1)));
		assertThat(quarantines("heidi")).containsExactly(Change.IMPOSED, Change.EXPIRED);
		clock().move(Duration.ofDays(1));
		assertServed(get(LAPTOP, session("heidi", "heidi-2"), "/orders/" + own("heidi", 2)));
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
		assertThat(get(CLOUD, agent("agent" + day), "/orders").status()).isEqualTo(200);
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
		return bearer(token("ivan").claim("sid", session).claim("act", Map.of("sub", "assistant")));
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

	private MeterRegistry meters() {
		return application().context().getBean(MeterRegistry.class);
	}

	private double imposed() {
		return meters().get("zt.quarantine.imposed").tag("cause", "risk").functionCounter().count();
	}

	private List<Change> quarantines(String subject) {
		return application().context()
			.getBean(QuarantineApi.Told.class)
			.of(subject)
			.stream()
			.map((event) -> event.change())
			.toList();
	}

	/**
	 * The caller learns the code and nothing of what is known of him.
	 */
	static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(status);
		assertThat(answer.code()).as("%s", answer).isEqualTo(code);
		assertThat(answer.body()).doesNotContain("never", "usual", "device", "objects", "others", "0.");
	}

	private void assertServed(Answer answer) {
		assertThat(answer.status()).as("%s %s", answer, decisions().why()).isEqualTo(200);
	}

	/**
	 * From where and with what somebody asks.
	 */
	record Place(String address, String agent, String device, String fingerprint) {
	}

}
