package com.example.library;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers that the application under test did not write.
 */
@RestController
public class LibraryController {

	@GetMapping("/library/docs")
	String docs() {
		return "docs";
	}

	@GetMapping("/library/docs/{id}")
	String doc(@PathVariable String id) {
		return "doc";
	}

	@PostMapping("/library/docs")
	String write() {
		return "written";
	}

	@RequestMapping("/library/any")
	String any() {
		return "any";
	}

}
