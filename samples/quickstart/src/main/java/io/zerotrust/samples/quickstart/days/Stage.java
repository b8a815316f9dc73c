package io.zerotrust.samples.quickstart.days;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import io.zerotrust.samples.quickstart.tour.Answer;
import io.zerotrust.samples.quickstart.tour.ApiClient;
import io.zerotrust.samples.quickstart.tour.Call;
import io.zerotrust.samples.quickstart.tour.HttpExchange;

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
		call(what, 1, call.line(), (i) -> guise, (i) -> call, why);
	}

	/**
	 * Let a caller call several times.
	 */
	void call(String what, int times, String request, IntFunction<Guise> guises, IntFunction<Call> calls, String why) {
		Map<String, Integer> zt = new LinkedHashMap<>();
		Map<String, Integer> plain = new LinkedHashMap<>();
		String decision = "";
		String when = when();
		for (int i = 0; i < times; i++) {
			Guise guise = guises.apply(i);
			Call call = guise.on(calls.apply(i));
			Answer guarded = new ApiClient(this.http, guise.door()).send(call);
			decision = guarded.decision();
			zt.merge(guarded.toString(), 1, Integer::sum);
			plain.merge(Integer.toString(new ApiClient(this.http, this.plain).send(call).status()), 1, Integer::sum);
		}
		this.events.add(new Event(when, what, request, counts(zt), counts(plain), why, decision));
	}

	private String when() {
		Duration since = Duration.between(this.began, this.clock.instant());
		return String.format(Locale.ROOT, "day %d %02d:%02d", since.toDays() + 1, since.toHoursPart(),
				since.toMinutesPart());
	}

	private static String counts(Map<String, Integer> answers) {
		return answers.entrySet()
			.stream()
			.map((answer) -> (answer.getValue() > 1) ? answer.getValue() + " x " + answer.getKey() : answer.getKey())
			.collect(Collectors.joining(", "));
	}

}
