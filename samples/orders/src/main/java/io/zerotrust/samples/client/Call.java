package io.zerotrust.samples.client;

import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param method the method
 * @param path the path, sent unchanged
 * @param headers names and values in turn
 * @param body JSON, or empty for none
 */
public record Call(String method, String path, List<String> headers, String body) {

	public Call {
		headers = List.copyOf(headers);
	}

	/**
	 * Get something.
	 * @param path the path, sent unchanged
	 * @return the call
	 */
	public static Call get(String path) {
		return new Call("GET", path, List.of(), "");
	}

	/**
	 * Delete something.
	 * @param path the path, sent unchanged
	 * @return the call
	 */
	public static Call delete(String path) {
		return new Call("DELETE", path, List.of(), "");
	}

	/**
	 * Post something.
	 * @param path the path, sent unchanged
	 * @param body JSON
	 * @return the call
	 */
	public static Call post(String path, String body) {
		return new Call("POST", path, List.of("Content-Type", "application/json"), body);
	}

	/**
	 * Return the request line for readers.
	 * @return method and path
	 */
	public String line() {
		return this.method + " " + this.path;
	}

	/**
	 * Add a token.
	 * @param token the token
	 * @return the call with the token
	 */
	public Call bearer(String token) {
		return header("Authorization", "Bearer " + token);
	}

	/**
	 * Add a header.
	 * @param name its name
	 * @param value its value
	 * @return the call with the header
	 */
	public Call header(String name, String value) {
		List<String> more = new ArrayList<>(this.headers);
		more.add(name);
		more.add(value);
		return new Call(this.method, this.path, more, this.body);
	}

}
