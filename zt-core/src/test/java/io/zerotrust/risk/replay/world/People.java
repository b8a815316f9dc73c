package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;

import io.zerotrust.access.SensitivityLevel;

/**
 * Makes people.
 */
final class People {

	private final WorldSettings settings;

	private final List<Endpoint> endpoints;

	People(WorldSettings settings, Api api) {
		this.settings = settings;
		this.endpoints = api.all()
			.stream()
			.filter((endpoint) -> endpoint.act() != Act.INTERNAL && endpoint != api.feature())
			.toList();
	}

	List<Person> all(long seed) {
		List<Person> people = new ArrayList<>();
		for (int number = 0; number < this.settings.users(); number++) {
			Dice dice = Dice.of(seed, 1, number);
			Role role = role(number);
			people.add(new Person(number, Account.of(number, role), Manner.of(role, this.settings, dice),
					favourites(role, dice), dice));
		}
		people.forEach((person) -> acquaint(person, people, Dice.of(seed, 2, person.number)));
		return people;
	}

	/**
	 * Of 100 people 86 are customers, 10 staff, 3 support and one administers.
	 */
	private static Role role(int number) {
		int place = number % 100;
		return (place < 86) ? Role.CUSTOMER : (place < 96) ? Role.STAFF : (place < 99) ? Role.SUPPORT : Role.ADMIN;
	}

	private List<Endpoint> favourites(Role role, Dice dice) {
		List<Endpoint> favourites = new ArrayList<>();
		int count = (role == Role.CUSTOMER) ? dice.between(8, 13) : dice.between(14, 22);
		while (favourites.size() < count) {
			Endpoint endpoint = popular(role, dice);
			if (!favourites.contains(endpoint)) {
				favourites.add(endpoint);
			}
		}
		return favourites;
	}

	/**
	 * Return an endpoint, a popular one rather than another.
	 */
	Endpoint popular(Role role, Dice dice) {
		while (true) {
			Endpoint endpoint = dice.pick(this.endpoints);
			boolean may = endpoint.act() != Act.ADMINISTER || role == Role.ADMIN;
			if (may && dice.chance(weight(endpoint, role) / 8)) {
				return endpoint;
			}
		}
	}

	private static double weight(Endpoint endpoint, Role role) {
		double weight = endpoint.act().popularity();
		boolean works = role == Role.STAFF || role == Role.SUPPORT;
		return switch (endpoint.act()) {
			case UPDATE -> works ? 3 * weight : weight;
			case EXPORT -> works ? 6 * weight : weight;
			case PLAIN -> endpoint.sensitivity().compareTo(SensitivityLevel.HIGH) >= 0 ? 0.1 * weight : weight;
			default -> weight;
		};
	}

	/**
	 * Some customers share with a few others. Staff has customers of its own.
	 */
	private void acquaint(Person person, List<Person> people, Dice dice) {
		int count = switch (person.role()) {
			case CUSTOMER -> dice.chance(this.settings.sharing()) ? dice.between(1, 4) : 0;
			case STAFF -> dice.between(20, 50);
			default -> 0;
		};
		for (int i = 0; i < count; i++) {
			// the neighbours of a customer, so that sharing goes both ways often
			int other = (person.role() == Role.CUSTOMER) ? (person.number / 5 * 5 + dice.below(5)) % people.size()
					: dice.below(people.size());
			if (other != person.number && !person.partners.contains(other)) {
				person.partners.add(other);
			}
		}
	}

}
