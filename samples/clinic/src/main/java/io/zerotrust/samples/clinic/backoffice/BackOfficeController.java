package io.zerotrust.samples.clinic.backoffice;

import java.security.Principal;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

import io.zerotrust.samples.clinic.owners.Owner;
import io.zerotrust.samples.clinic.owners.Owners;

/**
 * The clerks' page and its forms.
 */
@Controller
@RequestMapping("/backoffice")
class BackOfficeController {

	private static final String BACK = "redirect:/backoffice/owners";

	private final Owners owners;

	private final Notes notes;

	BackOfficeController(Owners owners, Notes notes) {
		this.owners = owners;
		this.notes = notes;
	}

	@GetMapping(path = "/owners", produces = MediaType.TEXT_HTML_VALUE)
	@ResponseBody
	String owners(Principal clerk, CsrfToken csrf) {
		return OwnersPage.of(clerk.getName(), this.owners.findAll(), this.notes.all(), csrf);
	}

	@PostMapping("/owners/{ownerId}/notes")
	String note(@PathVariable("ownerId") Integer ownerId, @RequestParam("text") String text, Principal clerk) {
		Owner owner = this.owners.findById(ownerId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.notes.add(new Notes.Note(owner.name(), text, clerk.getName()));
		return BACK;
	}

	@PostMapping("/notes/clear")
	String clear() {
		this.notes.clear();
		return BACK;
	}

}
