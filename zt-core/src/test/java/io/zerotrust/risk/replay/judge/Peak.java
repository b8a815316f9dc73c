package io.zerotrust.risk.replay.judge;

import java.util.List;

import io.zerotrust.risk.Contribution;

/**
 * The highest score of a session or an incident, and what it was made of.
 */
public final class Peak {

	private final String name;

	private double nats = Double.NEGATIVE_INFINITY;

	private String path = "";

	private List<Contribution> why = List.of();

	public Peak(String name) {
		this.name = name;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Return prior and evidence, in nats.
	 */
	public double nats() {
		return this.nats;
	}

	public String path() {
		return this.path;
	}

	public List<Contribution> why() {
		return this.why;
	}

	/**
	 * Whether a score would be a new peak.
	 */
	public boolean isBelow(double nats) {
		return nats > this.nats;
	}

	public void rise(double nats, String path, List<Contribution> why) {
		this.nats = nats;
		this.path = path;
		this.why = why;
	}

}
