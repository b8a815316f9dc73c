package io.zerotrust.samples.quickstart.tour;

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
record Call(String method, String path, List<String> headers, String body) {

	Call {
		headers = List.copyOf(headers);
	}

	static Call get(String path) {
		return new Call("GET", path, List.of(), "");
	}

	static Call delete(String path) {
		return new Call("DELETE", path, List.of(), "");
	}

	static Call post(String path, String body) {
		return new Call("POST", path, List.of("Content-Type", "application/json"), body);
	}

	String line() {
		return this.method + " " + this.path;
	}

	Call bearer(String token) {
		return header("Authorization", "Bearer " + token);
	}

	Call header(String name, String value) {
		List<String> more = new ArrayList<>(this.headers);
		more.add(name);
		more.add(value);
		return new Call(this.method, this.path, more, this.body);
	}

}
