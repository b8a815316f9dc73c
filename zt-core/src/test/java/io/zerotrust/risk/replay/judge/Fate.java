package io.zerotrust.risk.replay.judge;

import io.zerotrust.risk.replay.world.Incident;

/**
 * What became of an attack when decisions had effect.
 */
public final class Fate {

	private final Incident incident;

	private int planned;

	private int recordsPlanned;

	private int served;

	private int requests;

	private int records;

	private int recordsServed;

	private String code = "";

	public Fate(Incident incident) {
		this.incident = incident;
	}

	/**
	 * Note a harmful request, however often it is tried.
	 */
	public void plan(int records) {
		this.planned++;
		this.recordsPlanned += records;
	}

	/**
	 * Note a harmful request that was served.
	 */
	public void serve(int records) {
		this.served++;
		this.recordsServed += records;
		if (!isContained()) {
			this.requests++;
			this.records += records;
		}
	}

	/**
	 * Note that the attacker was held up and could do nothing about it.
	 * @param code why
	 */
	public void contain(String code) {
		this.code = isContained() ? this.code : code;
	}

	public boolean isContained() {
		return !this.code.isEmpty();
	}

	/**
	 * Return why the attacker was held up first; empty if never.
	 */
	public String code() {
		return this.code;
	}

	public Incident incident() {
		return this.incident;
	}

	/**
	 * Return how many harmful requests were served before, or all of them.
	 */
	public int requests() {
		return this.requests;
	}

	/**
	 * Return how many records were given away before.
	 */
	public int records() {
		return this.records;
	}

	/**
	 * Return how many records were given away in the end, those after it included.
	 */
	public int recordsServed() {
		return this.recordsServed;
	}

	/**
	 * Return which share of the records that were wanted was given away in the end.
	 */
	public double shareServed() {
		return (this.recordsPlanned == 0) ? 0 : (double) this.recordsServed / this.recordsPlanned;
	}

	@Override
	public String toString() {
		return this.incident + ": " + this.served + " of " + this.planned + " requests, " + this.recordsServed + " of "
				+ this.recordsPlanned + " records, "
				+ (isContained() ? this.requests + " before " + this.code : "free");
	}

}
