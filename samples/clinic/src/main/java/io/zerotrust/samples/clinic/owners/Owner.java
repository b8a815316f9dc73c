package io.zerotrust.samples.clinic.owners;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Whoever brings a pet.
 */
@Entity
public class Owner {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Integer id;

	private String firstName = "";

	private String lastName = "";

	private String city = "";

	protected Owner() {
	}

	Owner(String firstName, String lastName, String city) {
		rename(firstName, lastName, city);
	}

	final void rename(String firstName, String lastName, String city) {
		this.firstName = firstName;
		this.lastName = lastName;
		this.city = city;
	}

	public @Nullable Integer id() {
		return this.id;
	}

	public String name() {
		return this.firstName + " " + this.lastName;
	}

	String firstName() {
		return this.firstName;
	}

	String lastName() {
		return this.lastName;
	}

	String city() {
		return this.city;
	}

}
