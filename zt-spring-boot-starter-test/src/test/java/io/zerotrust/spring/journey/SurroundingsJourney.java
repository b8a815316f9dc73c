package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.Context;
import io.zerotrust.access.Origin;
import io.zerotrust.access.Posture;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.TouchedObjects;
import io.zerotrust.spring.journey.OutcomeApi.KeptOutcomes;
import io.zerotrust.spring.journey.SurroundingsApi.Decisions;

import static io.zerotrust.spring.journey.DispatchJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What surrounds a request and what it is about, from the side of a proxy that is
 * trusted, of an attacker who says he is one, and of the application.
 */
abstract class SurroundingsJourney {

	private static final String JA4 = "t13d1516h2_8daaf6152771_e5627efa2ab1";

	private static final String HOME = "X-Forwarded-For: 198.51.100.7";

	abstract RunningApplication application();

	@Test
	void getWhenTrustedProxyTellsThenBelieved() throws IOException {
		assertThat(throughProxy("/shelves/1/books/2", HOME, "X-JA4: " + JA4, "X-Posture: healthy").status())
			.isEqualTo(200);
		Context context = decided().request().context();
		assertThat(context.fingerprint()).isEqualTo(JA4);
		assertThat(context.posture()).isEqualTo(Posture.HEALTHY);
		assertThat(context.origin()).isEqualTo(new Origin(64500, "DE", 52.5, 13.4));
	}

	@Test
	void getWhenTrustedProxyTellsNothingThenUnknown() throws IOException {
		assertThat(throughProxy("/shelves/1/books/2", "X-Forwarded-For: 2001:db8::1").status()).isEqualTo(200);
		Context context = decided().request().context();
		assertThat(context.fingerprint()).isNull();
		assertThat(context.posture()).isEqualTo(Posture.UNKNOWN);
		assertThat(context.origin()).isEqualTo(new Origin(64510, ""));
		throughProxy("/shelves/1/books/2", "X-Forwarded-For: 203.0.113.1");
		assertThat(decided().request().context().origin()).isEqualTo(Origin.unknown());
	}

	// what anybody can write proves nothing, whatever else he writes
	@ParameterizedTest
	@ValueSource(strings = { "", "198.51.100.7", "127.0.0.2", "127.0.0.2, 198.51.100.7" })
	void getWhenAttackerTellsThenNothingIsBelieved(String forwarded) throws IOException {
		for (String posture : List.of("healthy", "failed")) {
			Answer answer = direct("/shelves/1/books/2", "X-Forwarded-For: " + forwarded, "X-JA4: " + JA4,
					"X-Posture: " + posture, "Forwarded: for=127.0.0.2;by=127.0.0.2");
			assertThat(answer.status()).as("%s", answer).isEqualTo(200);
			Context context = decided().request().context();
			assertThat(context.fingerprint()).isNull();
			assertThat(context.posture()).isEqualTo(Posture.UNKNOWN);
			assertThat(context.origin()).isEqualTo(Origin.unknown());
		}
	}

	@Test
	void getWhenFingerprintCannotBeReadThenNone() throws IOException {
		for (String sent : List.of("", "x".repeat(129), "\u00e9", "a\u0080b")) {
			assertThat(throughProxy("/shelves/1/books/2", HOME, "X-JA4: " + sent).status()).isEqualTo(200);
			assertThat(decided().request().context().fingerprint()).as("%s", sent).isNull();
		}
		throughProxy("/shelves/1/books/2", HOME, "X-JA4: " + JA4, "X-JA4: " + JA4);
		assertThat(decided().request().context().fingerprint()).isNull();
		throughProxy("/shelves/1/books/2", HOME, "X-JA4: " + "x".repeat(128));
		assertThat(decided().request().context().fingerprint()).hasSize(128);
	}

	@ParameterizedTest
	@ValueSource(strings = { "failed", "compromised", "", "healthy, healthy", "healthy?", "\u00e9" })
	void getWhenPostureIsNoWordForHealthyThenRefused(String posture) throws IOException {
		assertRefused(throughProxy("/shelves/1/books/2", HOME, "X-Posture: " + posture), 403, "posture.failed");
		assertThat(decided().request().context().posture()).isEqualTo(Posture.FAILED);
	}

	@Test
	void getWhenPostureIsToldTwiceThenRefused() throws IOException {
		assertRefused(throughProxy("/shelves/1/books/2", HOME, "X-Posture: healthy", "X-Posture: healthy"), 403,
				"posture.failed");
	}

	@ParameterizedTest
	@CsvSource({ "healthy,HEALTHY", "HEALTHY,HEALTHY", "unknown,UNKNOWN", "Unknown,UNKNOWN" })
	void getWhenPostureIsKnownWordThenServed(String word, Posture posture) throws IOException {
		assertThat(throughProxy("/shelves/1/books/2", HOME, "X-Posture: " + word).status()).isEqualTo(200);
		assertThat(decided().request().context().posture()).isEqualTo(posture);
	}

	@Test
	void getWhenPathNamesObjectsThenKnownAtAccess() throws IOException {
		assertThat(direct("/shelves/1/books/a%20b").status()).isEqualTo(200);
		TouchedObject[] named = { new TouchedObject("shelves", "1"), new TouchedObject("books", "a b") };
		assertThat(decided().request().resource().objects()).containsExactlyInAnyOrder(named);
		assertThat(decided().request().resource().id()).isEqualTo("/shelves/{shelf}/books/{id}");
		assertThat(told().objects()).containsExactlyInAnyOrder(named);
		assertThat(direct("/routed/9").body()).isEqualTo("9");
		assertThat(decided().request().resource().objects()).containsExactly(new TouchedObject("routed", "9"));
		assertThat(told().objects()).containsExactly(new TouchedObject("routed", "9"));
	}

	@Test
	void getWhenRefusedThenObjectsAreKnownToo() throws IOException {
		assertRefused(throughProxy("/shelves/1/books/2", HOME, "X-Posture: failed"), 403, "posture.failed");
		assertThat(decided().request().resource().objects()).hasSize(2);
		assertThat(told().evaluation().request().resource().objects()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/many", "/nothing/7", "/shelves/1" })
	void getWhenPathNamesNothingThenNoObjects(String target) throws IOException {
		direct(target);
		assertThat(decided().request().resource().objects()).isEmpty();
	}

	@Test
	void getWhenHandlerTouchesObjectsThenToldBehindThoseOfThePath() throws IOException {
		assertThat(direct("/books/1").body()).isEqualTo("2");
		Outcome outcome = told();
		assertThat(outcome.objects()).startsWith(new TouchedObject("books", "1"))
			.containsExactlyInAnyOrder(new TouchedObject("books", "1"), new TouchedObject("books", "2"),
					new TouchedObject("authors", "7"));
		assertThat(outcome.moreObjects()).isZero();
		assertThat(outcome.evaluation().request().resource().objects()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/other-thread", "/streamed" })
	void getWhenObjectsAreTouchedOnOtherThreadsThenToldToo(String target) throws IOException {
		assertThat(direct(target).body()).isEqualTo("3");
		assertThat(told().objects()).containsExactly(new TouchedObject("books", "3"));
	}

	@Test
	void getWhenTooManyAreTouchedThenCounted() throws IOException {
		assertThat(direct("/many").status()).isEqualTo(200);
		Outcome outcome = told();
		assertThat(outcome.objects()).hasSize(TouchedObjects.MOST);
		assertThat(outcome.moreObjects()).isEqualTo(500);
	}

	@Test
	void getWhenTouchedIsBlankThenTheHandlerFails() throws IOException {
		assertThat(direct("/blank").status()).isEqualTo(500);
		assertThat(told().objects()).isEmpty();
	}

	// what one request touched is not the next one's, though threads are
	@Test
	void getWhenServedOneAfterAnotherThenObjectsStayApart() throws IOException {
		for (int i = 0; i < 40; i++) {
			direct("/books/" + i);
			assertThat(told().objects()).contains(new TouchedObject("books", Integer.toString(i)))
				.hasSize((i == 2) ? 2 : 3);
		}
		assertThat(TouchedObjects.current()).isNull();
	}

	Answer direct(String target, String... headers) throws IOException {
		return from("127.0.0.1", target, headers);
	}

	private Answer throughProxy(String target, String... headers) throws IOException {
		return from(SurroundingsApi.PROXY, target, headers);
	}

	private Answer from(String peer, String target, String... headers) throws IOException {
		String[] all = new String[headers.length + 1];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = application().bearer();
		try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), application().port(),
				InetAddress.getByName(peer), 0)) {
			return RunningApplication.exchange(socket, "GET", target, "", all);
		}
	}

	Evaluation decided() {
		return application().context().getBean(Decisions.class).last();
	}

	/**
	 * What came of the last request. That of others may be told late.
	 */
	Outcome told() {
		String id = decided().id();
		Outcome outcome = application().context().getBean(KeptOutcomes.class).next();
		while (!outcome.evaluation().id().equals(id)) {
			outcome = application().context().getBean(KeptOutcomes.class).next();
		}
		return outcome;
	}

}
