package io.zerotrust.risk.replay.world;

/**
 * The kinds of attacks.
 */
public enum Attack {

	THEFT_HOSTING("token theft, replayed from a hoster", false),

	THEFT_RESIDENTIAL("token theft, replayed from somebody's line", false),

	THEFT_NEIGHBOUR("token theft, replayed from the same provider", false),

	TAKEOVER("account takeover at odd hours", false),

	TARGETED_TAKEOVER("targeted account takeover", false),

	BOLA_SEQUENTIAL("foreign objects, one id after the other", true),

	BOLA_SLOW("foreign objects, slowly and at random", true),

	SCRAPING("scraping what everybody may read", true),

	PROBING("slow probing of endpoints", true),

	LATERAL("lateral movement of a service", false),

	EXPORT("insider export", true),

	COLLUSION("collusion over many accounts", true),

	SERVICE_KEY("stolen service key, inside its endpoints", false);

	private final String words;

	private final boolean insider;

	Attack(String words, boolean insider) {
		this.words = words;
		this.insider = insider;
	}

	public String words() {
		return this.words;
	}

	/**
	 * Whether whoever does it can log in again.
	 */
	public boolean isInsider() {
		return this.insider;
	}

	/**
	 * Whether it is the theft of a token.
	 */
	public boolean isTheft() {
		return this == THEFT_HOSTING || this == THEFT_RESIDENTIAL || this == THEFT_NEIGHBOUR;
	}

	/**
	 * Whether it is done by, or with the key of, a service.
	 */
	public boolean isOfService() {
		return this == LATERAL || this == SERVICE_KEY;
	}

	/**
	 * Return on how many days it is seen.
	 */
	int days() {
		return (this == BOLA_SLOW || this == COLLUSION) ? 3 : 1;
	}

}
