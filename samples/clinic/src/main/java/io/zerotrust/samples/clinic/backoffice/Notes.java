package io.zerotrust.samples.clinic.backoffice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.stereotype.Component;

/**
 * What the clerks wrote down, lost at a restart.
 */
@Component
class Notes {

	private final List<Note> all = new CopyOnWriteArrayList<>();

	void add(Note note) {
		this.all.add(note);
	}

	void clear() {
		this.all.clear();
	}

	List<Note> all() {
		return List.copyOf(this.all);
	}

	record Note(String owner, String text, String author) {
	}

}
