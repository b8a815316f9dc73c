package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The world holds what is hard about people and all that is bad about attackers.
 */
class WorldTests {

	private static final WorldSettings UNRULY = new WorldSettings("unruly", 160, 8, 13, 6, 0.35, 0.5, 0.1, 0.01, 0.05,
			0.02, 0.3, 0.1, 4);

	private static final List<Event> EVENTS = live(7);

	private static List<Event> live(long seed) {
		World world = new World(UNRULY, seed);
		List<Event> events = new ArrayList<>();
		for (List<Event> day = world.next(); day != null; day = world.next()) {
			events.addAll(day);
		}
		return events;
	}

	@Test
	void nextWhenOfTheSameSeedThenTheSame() {
		List<String> words = words(EVENTS);
		assertThat(words(live(7)).equals(words)).isTrue();
		assertThat(words(live(8)).equals(words)).isFalse();
	}

	private static List<String> words(List<Event> events) {
		return events.stream().map(WorldTests::words).toList();
	}

	private static String words(Event event) {
		return event.time() + " " + event.session() + " " + event.from() + " " + event.target() + " " + event.status()
				+ " " + event.bytes();
	}

	@Test
	void nextWhenLivedThenInTheOrderOfTime() {
		assertThat(EVENTS).extracting(Event::time).isSorted();
	}

	@Test
	void attacksWhenLivedThenAreAllThereAndDoHarm() {
		Set<Attack> seen = EnumSet.noneOf(Attack.class);
		for (Event event : EVENTS) {
			Incident incident = event.session().incident();
			if (incident != null && event.harmful()) {
				seen.add(incident.attack());
			}
		}
		assertThat(seen).containsExactly(Attack.values());
	}

	@Test
	void peopleWhenLivedThenAreHardToTellFromAttackers() {
		assertThat(values(Event::session, (event) -> event.from().place().asn())).as("sessions that change networks")
			.anyMatch((networks) -> networks.size() > 1);
		assertThat(values(WorldTests::name, (event) -> event.from().place().country())).as("people in many countries")
			.anyMatch((countries) -> countries.size() > 3);
		assertThat(EVENTS).as("behind a VPN").anyMatch((event) -> Internet.isVpn(event.from().place().asn()));
		assertThat(values(WorldTests::name, (event) -> event.from().device().agent())).as("renewed browsers")
			.filteredOn((agents) -> agents.size() > 2)
			.hasSizeGreaterThan(20);
		assertThat(values(WorldTests::name, (event) -> String.valueOf(event.from().device().id()))).as("new devices")
			.anyMatch((devices) -> devices.size() > 2);
		assertThat(EVENTS).as("a broken page")
			.filteredOn((event) -> event.path().equals("/me/settings") && event.status() == 404)
			.hasSizeGreaterThan(3);
		assertThat(EVENTS).as("a new feature").filteredOn((event) -> event.path().equals("/assistant")).isNotEmpty();
		assertThat(EVENTS).as("bulk exports").anyMatch((event) -> event.session().toString().contains(" b"));
		assertThat(values(Event::target, WorldTests::name)).as("shared objects").anyMatch((names) -> names.size() > 2);
	}

	@Test
	void servicesWhenLivedThenChangeTheirHabits() {
		Predicate<Event> service = (event) -> event.session().isService() && event.session().isBenign();
		Map<String, Integer> requests = new TreeMap<>();
		EVENTS.stream()
			.filter(service)
			.forEach((event) -> requests.merge(name(event) + event.time() / Calendar.DAY, 1, Integer::sum));
		assertThat(requests.values()).as("backfills").anyMatch((count) -> count > 1500);
		assertThat(EVENTS).filteredOn(service)
			.as("a gained endpoint")
			.anyMatch((event) -> name(event).equals("service4") && event.path().equals("/tickets/{id}"));
		assertThat(EVENTS.stream()
			.filter(service)
			.filter((event) -> name(event).equals("service1"))
			.map(Event::address)
			.distinct()).as("pods elsewhere").hasSizeGreaterThan(3);
	}

	private static String name(Event event) {
		return event.session().name();
	}

	/**
	 * Return the values harmless people show, by a key.
	 */
	private static <K, V> List<Set<V>> values(Function<Event, K> key, Function<Event, V> value) {
		Map<K, Set<V>> values = new LinkedHashMap<>();
		for (Event event : EVENTS) {
			if (event.session().isBenign() && !event.session().isService()) {
				values.computeIfAbsent(key.apply(event), (unknown) -> new HashSet<>()).add(value.apply(event));
			}
		}
		return List.copyOf(values.values());
	}

}
