package io.zerotrust.risk.replay.world;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is attacked when, and who attacks. Nobody twice.
 */
final class Campaign {

	private static final int COLLUDING = 12;

	private final List<Incident> incidents = new ArrayList<>();

	private final List<Person> customers = new ArrayList<>();

	private final List<Person> workers = new ArrayList<>();

	private final List<Service> services;

	private final WorldSettings settings;

	private final Dice dice;

	Campaign(WorldSettings settings, List<Person> people, List<Service> services, Dice dice) {
		this.settings = settings;
		this.dice = dice;
		for (Person person : people) {
			if (person.role() == Role.CUSTOMER && person.manner.joined() == 0) {
				this.customers.add(person);
			}
			else if (person.role() == Role.STAFF || person.role() == Role.SUPPORT) {
				this.workers.add(person);
			}
		}
		this.services = new ArrayList<>(services);
		dice.shuffle(this.customers);
		dice.shuffle(this.workers);
		dice.shuffle(this.services);
		for (Attack attack : Attack.values()) {
			for (int i = 0; i < count(attack); i++) {
				plan(attack);
			}
		}
	}

	private int count(Attack attack) {
		int most = this.settings.incidents();
		return switch (attack) {
			case COLLUSION -> Math.max(1, most / 4);
			case LATERAL, SERVICE_KEY -> Math.max(1, Math.min(most / 2, this.settings.services() / 3));
			default -> most;
		};
	}

	private void plan(Attack attack) {
		int day = this.settings.firstAttack() + this.dice.below(WorldSettings.TEST_DAYS - attack.days() + 1);
		List<Integer> accounts = new ArrayList<>();
		if (attack.isOfService()) {
			Service service = this.services.remove(0);
			service.taintedFrom = day;
			accounts.add(service.number);
		}
		for (int i = 0; i < people(attack); i++) {
			List<Person> from = (attack == Attack.EXPORT) ? this.workers : this.customers;
			Person person = from.remove(0);
			accounts.add(person.number);
			if (attack.isInsider()) {
				person.taintedFrom = day;
			}
		}
		this.incidents.add(new Incident(this.incidents.size() + 1, attack, day, accounts));
	}

	private static int people(Attack attack) {
		return attack.isOfService() ? 0 : (attack == Attack.COLLUSION) ? COLLUDING : 1;
	}

	List<Incident> incidents() {
		return this.incidents;
	}

}
