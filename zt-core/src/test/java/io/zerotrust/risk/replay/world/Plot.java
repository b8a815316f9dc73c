package io.zerotrust.risk.replay.world;

import java.util.List;

/**
 * Lets the attacks of a day happen.
 */
final class Plot {

	private static final int SLOW_A_DAY = 50;

	private static final int COLLUDING_A_DAY = 9;

	private final IdentityAttacks identity;

	private final ObjectAttacks objects;

	private final ServiceAttacks services;

	Plot(IdentityAttacks identity, ObjectAttacks objects, ServiceAttacks services) {
		this.identity = identity;
		this.objects = objects;
		this.services = services;
	}

	void play(Incident incident, Scene scene) {
		switch (incident.attack()) {
			case THEFT_HOSTING, THEFT_RESIDENTIAL, THEFT_NEIGHBOUR -> this.identity.theft(incident, scene);
			case TAKEOVER -> this.identity.takeover(incident, scene);
			case TARGETED_TAKEOVER -> this.identity.targeted(incident, scene);
			case BOLA_SEQUENTIAL -> this.objects.sequential(incident, scene);
			case BOLA_SLOW -> this.objects.slow(incident, scene, SLOW_A_DAY);
			case SCRAPING -> this.objects.scrape(incident, scene);
			case PROBING -> this.objects.probe(incident, scene);
			case EXPORT -> this.objects.export(incident, scene);
			case COLLUSION -> this.objects.slow(incident, scene, COLLUDING_A_DAY);
			default -> throw new IllegalArgumentException(incident + " needs a service");
		}
	}

	void play(Incident incident, Service service, int day, Dice dice, List<Event> events) {
		if (incident.attack() == Attack.LATERAL) {
			this.services.lateral(incident, service, day, dice, events);
		}
		else {
			this.services.stolenKey(incident, service, day, dice, events);
		}
	}

}
