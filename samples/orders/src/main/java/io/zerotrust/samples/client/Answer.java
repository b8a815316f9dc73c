package io.zerotrust.samples.client;

/**
 * What an API answered.
 *
 * @param status the HTTP status
 * @param code the {@code code} of the problem, empty without one
 * @param challenge the {@code WWW-Authenticate} header, empty without one
 * @param decision the id of the decision, empty without one
 * @param via the {@code Via} header of who passed it on, empty without one
 */
public record Answer(int status, String code, String challenge, String decision, String via) {

	@Override
	public String toString() {
		return (this.status + " " + this.code).strip();
	}

}
