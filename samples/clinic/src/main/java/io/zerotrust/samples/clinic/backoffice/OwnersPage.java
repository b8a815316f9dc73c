package io.zerotrust.samples.clinic.backoffice;

import java.util.List;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

import io.zerotrust.samples.clinic.owners.Owner;

/**
 * The page of the back office as HTML.
 */
final class OwnersPage {

	private OwnersPage() {
	}

	static String of(String clerk, List<Owner> owners, List<Notes.Note> notes, CsrfToken csrf) {
		StringBuilder page = new StringBuilder(
				"<!DOCTYPE html>\n<html lang=\"en\"><head><title>Back office</title></head><body>\n");
		page.append("<h1>Owners</h1>\n<p>Signed in as ").append(HtmlUtils.htmlEscape(clerk)).append("</p>\n");
		for (Owner owner : owners) {
			page.append("<h2>").append(HtmlUtils.htmlEscape(owner.name())).append("</h2>\n");
			page.append(form("/backoffice/owners/" + owner.id() + "/notes",
					"<input name=\"text\" aria-label=\"Note\"><button>Note</button>", csrf));
		}
		page.append("<h1>Notes</h1>\n<ul>\n");
		for (Notes.Note note : notes) {
			page.append("<li>")
				.append(HtmlUtils.htmlEscape(note.owner() + ": " + note.text() + " (" + note.author() + ")"))
				.append("</li>\n");
		}
		page.append("</ul>\n");
		page.append(form("/backoffice/notes/clear", "<button>Clear</button>", csrf));
		page.append(form("/logout", "<button>Sign out</button>", csrf));
		return page.append("</body></html>\n").toString();
	}

	private static String form(String action, String fields, CsrfToken csrf) {
		return "<form method=\"post\" action=\"" + action + "\">" + fields + "<input type=\"hidden\" name=\""
				+ csrf.getParameterName() + "\" value=\"" + csrf.getToken() + "\"></form>\n";
	}

}
