package io.zerotrust.samples.clinic;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the controllers behind the generated interfaces answer.
 */
abstract class ApiContract {

	private static final String OWNER = """
			{"firstName": "Lea", "lastName": "Moser", "city": "Bern"}""";

	@Autowired
	MockMvcTester mvc;

	/**
	 * Make a request that of a caller with a token.
	 * @param scopes what the token says the caller may do
	 */
	abstract RequestPostProcessor caller(String... scopes);

	@Test
	void listOwnersWhenCallerThenAll() {
		assertThat(this.mvc.get().uri("/api/owners").with(caller("owners:read"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$[*].lastName")
			.asArray()
			.contains("Birch", "Haddad");
	}

	@Test
	void listOwnersWhenNamedThenThatOne() {
		assertThat(this.mvc.get().uri("/api/owners?lastName=Birch").with(caller("owners:read"))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					[{"id": 1, "firstName": "Ada", "lastName": "Birch", "city": "Lund"}]""");
	}

	@Test
	void listOwnersWhenAnonymousThenUnauthorized() {
		assertThat(this.mvc.get().uri("/api/owners")).hasStatus(HttpStatus.UNAUTHORIZED)
			.headers()
			.hasHeaderSatisfying(HttpHeaders.WWW_AUTHENTICATE,
					(challenges) -> assertThat(challenges).anyMatch((value) -> value.startsWith("Bearer")));
	}

	@Test
	void getOwnerWhenThereThenIt() {
		assertThat(this.mvc.get().uri("/api/owners/1").with(caller("owners:read"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.firstName")
			.isEqualTo("Ada");
	}

	@Test
	void getOwnerWhenNotThereThenNotFound() {
		assertThat(this.mvc.get().uri("/api/owners/4711").with(caller("owners:read"))).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.isEmpty();
	}

	@Test
	void addOwnerWhenCompleteThenCreated() {
		assertThat(this.mvc.post()
			.uri("/api/owners")
			.with(caller("owners:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(OWNER)).hasStatus(HttpStatus.CREATED)
			.containsHeader(HttpHeaders.LOCATION)
			.bodyJson()
			.extractingPath("$.city")
			.isEqualTo("Bern");
	}

	@Test
	void addOwnerWhenNameIsBlankThenBadRequest() {
		assertThat(this.mvc.post()
			.uri("/api/owners")
			.with(caller("owners:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"firstName": " ", "lastName": "Moser", "city": "Bern"}""")).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.doesNotContain("Moser");
	}

	@Test
	void addOwnerWhenFormThenUnsupportedMediaType() {
		assertThat(this.mvc.post().uri("/api/owners").with(caller("owners:write")).param("firstName", "Lea"))
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.bodyText()
			.doesNotContain("Lea");
	}

	@Test
	void updateOwnerWhenThereThenChanged() {
		assertThat(this.mvc.put()
			.uri("/api/owners/2")
			.with(caller("owners:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"firstName": "Noor", "lastName": "Haddad", "city": "Delft"}""")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.city")
			.isEqualTo("Delft");
	}

	@Test
	void updateOwnerWhenAnonymousThenUnauthorized() {
		assertThat(this.mvc.put().uri("/api/owners/2").contentType(MediaType.APPLICATION_JSON).content(OWNER))
			.hasStatus(HttpStatus.UNAUTHORIZED)
			.bodyText()
			.doesNotContain("Moser");
	}

	@Test
	void deleteOwnerWhenNotThereThenNotFound() {
		assertThat(this.mvc.delete().uri("/api/owners/4711").with(caller("owners:write")))
			.hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.isEmpty();
	}

	@Test
	void getOwnerHistoryWhenNotWrittenYetThenNotImplemented() {
		assertThat(this.mvc.get().uri("/api/owners/1/history").with(caller("owners:read")))
			.hasStatus(HttpStatus.NOT_IMPLEMENTED)
			.bodyText()
			.isEmpty();
	}

	@Test
	void listVisitsWhenOwnerCameThenThem() {
		assertThat(this.mvc.get().uri("/api/owners/1/visits").with(caller("visits:read"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$[0].description")
			.isEqualTo("rabies shot");
	}

	@Test
	void addVisitWhenCompleteThenCreated() {
		assertThat(this.mvc.post()
			.uri("/api/owners/2/visits")
			.with(caller("visits:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"date": "2026-05-06", "description": "tooth"}""")).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.date")
			.isEqualTo("2026-05-06");
	}

	@Test
	void requestWhenPathIsUnknownThenNotFound() {
		assertThat(this.mvc.get().uri("/api/horses").with(caller("owners:read"))).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.doesNotContain("Birch");
	}

}
