package io.zerotrust.samples.clinic.visits;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A day an owner came, and what for.
 */
@Entity
class Visit {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Integer id;

	private int ownerId;

	private LocalDate date = LocalDate.EPOCH;

	private String description = "";

	protected Visit() {
	}

	Visit(int ownerId, LocalDate date, String description) {
		this.ownerId = ownerId;
		this.date = date;
		this.description = description;
	}

	@Nullable Integer id() {
		return this.id;
	}

	int ownerId() {
		return this.ownerId;
	}

	LocalDate date() {
		return this.date;
	}

	String description() {
		return this.description;
	}

}
