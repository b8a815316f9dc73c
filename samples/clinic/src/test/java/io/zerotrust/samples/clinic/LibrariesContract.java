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
 * What Spring Data REST and springdoc answer, whose handlers nobody here wrote.
 */
abstract class LibrariesContract {

	@Autowired
	MockMvcTester mvc;

	/**
	 * Make a request that of a caller with a token.
	 * @param scopes what the token says the caller may do
	 */
	abstract RequestPostProcessor caller(String... scopes);

	@Test
	void dataRootWhenAskedThenLinks() {
		assertThat(this.mvc.get().uri("/data").with(caller("vets:read"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$._links.vets.href")
			.asString()
			.contains("/data/vets");
	}

	@Test
	void vetsWhenAskedThenAll() {
		assertThat(this.mvc.get().uri("/data/vets").with(caller("vets:read"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$._embedded.vets[*].lastName")
			.asArray()
			.contains("Koch", "Okafor");
	}

	@Test
	void vetsWhenAnonymousThenReadableToo() {
		assertThat(this.mvc.get().uri("/data/vets")).hasStatusOk().bodyText().contains("Okafor");
	}

	@Test
	void vetWhenThereThenIt() {
		assertThat(this.mvc.get().uri("/data/vets/1").with(caller("vets:read"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.firstName")
			.isEqualTo("Ines");
	}

	@Test
	void vetWhenNotThereThenNotFound() {
		assertThat(this.mvc.get().uri("/data/vets/4711").with(caller("vets:read"))).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.doesNotContain("Koch");
	}

	@Test
	void specialtiesOfAVetWhenAskedThenThem() {
		assertThat(this.mvc.get().uri("/data/vets/2/specialties").with(caller("vets:read"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$._embedded.specialties[0].name")
			.isEqualTo("surgery");
	}

	@Test
	void searchWhenNamedThenThatVet() {
		assertThat(this.mvc.get().uri("/data/vets/search/findByLastName?lastName=Okafor").with(caller("vets:read")))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$._embedded.vets[0].firstName")
			.isEqualTo("Tom");
	}

	@Test
	void addSpecialtyWhenCallerThenCreated() {
		assertThat(this.mvc.post()
			.uri("/data/specialties")
			.with(caller("vets:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.content("""
					{"name": "radiology"}""")).hasStatus(HttpStatus.CREATED)
			.containsHeader(HttpHeaders.LOCATION)
			.bodyJson()
			.extractingPath("$.name")
			.isEqualTo("radiology");
	}

	@Test
	void addSpecialtyWhenAnonymousThenUnauthorized() {
		assertThat(this.mvc.post().uri("/data/specialties").contentType(MediaType.APPLICATION_JSON).content("""
				{"name": "quackery"}""")).hasStatus(HttpStatus.UNAUTHORIZED).bodyText().doesNotContain("quackery");
	}

	@Test
	void ownersWhenAskedOfDataThenNotExported() {
		assertThat(this.mvc.get().uri("/data/owners").with(caller("vets:read"))).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.doesNotContain("Birch");
	}

	@Test
	void documentWhenAnonymousThenBothApis() {
		assertThat(this.mvc.get().uri("/v3/api-docs")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.paths")
			.asMap()
			.containsKeys("/api/owners/{ownerId}", "/api/owners/{ownerId}/visits", "/data/vets");
	}

	@Test
	void pageWhenAnonymousThenRedirectedToIt() {
		assertThat(this.mvc.get().uri("/swagger-ui.html")).hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl("/swagger-ui/index.html");
	}

	@Test
	void pageWhenAnonymousThenShown() {
		assertThat(this.mvc.get().uri("/swagger-ui/index.html")).hasStatusOk().bodyText().contains("swagger-ui");
	}

}
