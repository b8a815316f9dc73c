package io.zerotrust.samples.quickstart.days;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.zerotrust.samples.client.Answer;
import io.zerotrust.samples.client.ApiClient;
import io.zerotrust.samples.client.Call;
import io.zerotrust.samples.client.HttpExchange;

/**
 * Sends each call to both APIs and writes down what they answered.
 */
final class Stage {

	private final HttpExchange http;

	private final URI plain;

	private final MovableClock clock;

	private final Instant began;

	private final List<Event> events = new ArrayList<>();

	Stage(HttpExchange http, URI plain, MovableClock clock) {
		this.http = http;
		this.plain = plain;
		this.clock = clock;
		this.began = clock.instant();
	}

	List<Event> events() {
		return List.copyOf(this.events);
	}

	/**
	 * Set the clock.
	 * @param day the day, 1 is the first
	 * @param hour the hour of the day
	 */
	void at(int day, int hour) {
		this.clock.set(this.began.plus(Duration.ofDays(day - 1L)).plus(Duration.ofHours(hour)));
	}

	void pass(Duration duration) {
		this.clock.pass(duration);
	}

	/**
	 * Let a caller call once.
	 */
	void call(String what, Guise guise, Call call, String why) {
		scene(what, call.line(), why).call(guise, call).end();
	}

	/**
	 * Begin something that takes several calls.
	 */
	Scene scene(String what, String request, String why) {
		return new Scene(what, request, why);
	}

	private String when() {
		Duration since = Duration.between(this.began, this.clock.instant());
		return String.format(Locale.ROOT, "day %d %02d:%02d", since.toDays() + 1, since.toHoursPart(),
				since.toMinutesPart());
	}

	/**
	 * Calls that make one line.
	 */
	final class Scene {

		private final String when = when();

		private final String what;

		private final String request;

		private final String why;

		private final Map<String, Integer> zt = new LinkedHashMap<>();

		private final Map<String, Integer> spring = new LinkedHashMap<>();

		private String decision = "";

		private Scene(String what, String request, String why) {
			this.what = what;
			this.request = request;
			this.why = why;
		}

		Scene call(Guise guise, Call call) {
			Call dressed = guise.on(call);
			Answer guarded = new ApiClient(Stage.this.http, guise.door()).send(dressed);
			Answer unguarded = new ApiClient(Stage.this.http, Stage.this.plain).send(dressed);
			this.decision = guarded.decision();
			this.zt.merge(guarded.toString(), 1, Integer::sum);
			this.spring.merge(unguarded.toString(), 1, Integer::sum);
			return this;
		}

		void end() {
			Stage.this.events.add(new Event(this.when, this.what, this.request, counts(this.zt), counts(this.spring),
					this.why, this.decision));
		}

		private static String counts(Map<String, Integer> answers) {
			return answers.entrySet()
				.stream()
				.map((answer) -> (answer.getValue() > 1) ? answer.getValue() + " x " + answer.getKey()
						: answer.getKey())
				.collect(Collectors.joining(", "));
		}

	}

}
