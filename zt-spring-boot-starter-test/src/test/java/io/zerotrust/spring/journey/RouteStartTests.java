package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.example.library.LibraryController;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Routes that rule nothing, contradict each other or are looser than the author of a
 * handler stop the start.
 */
@ExtendWith(OutputCaptureExtension.class)
class RouteStartTests {

	@Test
	void startWhenLibraryHasNoRulesThenPrintsOneBlockThatWorks(CapturedOutput output) throws IOException {
		assertFails(LibraryApi.class);
		assertThat(output).contains("""
				Endpoints that nobody ruled on would be refused to everybody:

				  com.example.library, which cannot be annotated
				    paste into application.yml:
				      zt:
				        routes:
				        - paths: [ "/library/any" ]
				          scopes: library:write
				        - paths: [ "/library/docs", "/library/docs/{id}" ]
				          methods: [ GET ]
				          scopes: library:read
				        - paths: [ "/library/docs" ]
				          methods: [ POST ]
				          scopes: library:write
				""");
		List<String> pasted = List.of("zt.routes[0].paths=/library/any", "zt.routes[0].scopes=library:write",
				"zt.routes[1].paths=/library/docs,/library/docs/{id}", "zt.routes[1].methods=GET",
				"zt.routes[1].scopes=library:read", "zt.routes[2].paths=/library/docs", "zt.routes[2].methods=POST",
				"zt.routes[2].scopes=library:write");
		try (RunningApplication application = RunningApplication.start(pasted, LibraryApi.class)) {
			assertThat(application.get("/library/docs/1", application.bearer("library:read")).body()).isEqualTo("doc");
			assertThat(application.get("/library/any", application.bearer("library:read")).status()).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					paths=/library/doc        | zt.routes[9].paths has /library/doc, which no handler is mapped at. \
					| Write the pattern as it is mapped, without context path and servlet path. Similar ones are [/library/docs, /library/docs/{id}].
					paths=/library/docs/{key} | zt.routes[9].paths has /library/docs/{key}, which no handler is mapped at. \
					| Write the pattern as it is mapped, without context path and servlet path. Similar ones are [/library/docs, /library/docs/{id}].
					paths=/app/library/any    | zt.routes[9].paths has /app/library/any, which no handler is mapped at. \
					| Write the pattern as it is mapped, without context path and servlet path. Similar ones are [/library/any].
					paths=/nowhere            | zt.routes[9].paths has /nowhere, which no handler is mapped at. \
					| Write the pattern as it is mapped, without context path and servlet path; for static resources use zt.routes[*].resources.
					paths=/error              | zt.routes[9].paths has /error, which other keys rule. \
					| Remove it. For Actuator endpoints see zt.actuator, for servlets zt.routes[*].servlets.
					paths=library             | zt.routes[9].paths has library: it does not start with a slash. \
					| Write a path pattern, /orders/{id} or /docs/** for example.
					servlets=console          | zt.routes[9].servlets has console, which is no servlet beside the dispatcher servlet. \
					| Remove it; there is no other servlet.
					scopes=x                  | zt.routes[9] selects nothing. \
					| Set zt.routes[9].paths to patterns as they are mapped, .resources to paths of static resources, or .servlets to names of other servlets.
					""")
	void startWhenRouteIsDeadThenFails(String property, String description, String action, CapturedOutput output) {
		String last = property.startsWith("scopes") ? "zt.routes[9].sensitivity=high" : "zt.routes[9].scopes=x";
		assertFails(LibraryApi.class, withRules("zt.routes[9]." + property, last));
		assertSays(output, description, action);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			methods=DELETE | zt.routes[9].methods has DELETE, for which /library/docs/{id} is not mapped. \
			| Use one of [GET], or remove the entry.
			methods=get    | zt.routes[9].methods has get. \
			| Write HTTP methods in capital letters, GET for example.
			step-up.max-age=-5m | zt.routes[9].step-up.max-age is PT-5M. \
			| Set it to the longest time since the user authenticated, 5m for example.
			ignore-bad-credentials=true | zt.routes[9].ignore-bad-credentials is true without public-access. \
			| Set zt.routes[9].public-access to the reason, or remove zt.routes[9].ignore-bad-credentials.
			sensitivity=   | zt.routes[9] says nothing about who may call. \
			| Set zt.routes[9].scopes, .any-scope, .roles, .any-role, .callers, .any-authenticated or .public-access.
			""")
	void startWhenRouteSaysNothingUsefulThenFails(String property, String description, String action,
			CapturedOutput output) {
		String last = property.startsWith("sensitivity") ? "zt.realm=api" : "zt.routes[9].scopes=x";
		assertFails(LibraryApi.class,
				withRules("zt.routes[9].paths=/library/docs/{id}", "zt.routes[9]." + property, last));
		assertSays(output, description, action);
	}

	@Test
	void startWhenRouteIsNeverAskedThenFails(CapturedOutput output) {
		assertFails(LibraryApi.class, withRules("zt.routes[9].paths=/library/docs", "zt.routes[9].scopes=x",
				"zt.routes[8].paths=/library/docs", "zt.routes[8].methods=GET,POST", "zt.routes[8].scopes=x"));
		assertSays(output,
				"zt.routes[9] is never asked about /library/docs: other routes name all its methods, [GET, POST].",
				"Remove /library/docs from zt.routes[9], or methods from the others.");
	}

	@Test
	void startWhenRoutesContradictEachOtherThenFails(CapturedOutput output) {
		assertFails(LibraryApi.class, withRules("zt.routes[9].paths=/library/any", "zt.routes[9].scopes=other"));
		assertThat(output).contains("conflict: different rules at zt.routes[0] and zt.routes[9]");
	}

	@Test
	void startWhenResourceRulesContradictThenFails(CapturedOutput output) {
		assertFails(LibraryApi.class, withRules("zt.routes[9].resources=/files/**", "zt.routes[9].scopes=x",
				"zt.public-resources=/files/**"));
		assertSays(output,
				"Nobody can read resources under /files/**: different rules at zt.routes[9] and zt.public-resources.",
				"Let one entry of zt.routes speak for /files/**, with one rule about who may read.");
	}

	@Test
	void startWhenAreaSelectsNothingThenFails(CapturedOutput output) {
		assertFails(LibraryApi.class, withRules("zt.credentials.session=/backoffice/**"));
		assertSays(output, "zt.credentials.session has [/backoffice/**], under which no handler is mapped.",
				"Write patterns that select mapped patterns, /backoffice/** for example.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			public-access=everybody     | PUBLIC instead of RULED
			any-authenticated=everybody | AUTHENTICATED instead of RULED
			scopes=other                | scopes AuthorityRule[allOf=[other], anyOf=[]] instead of
			any-scope=annotated,more    | scopes AuthorityRule[allOf=[],
			roles=ADMIN                 | scopes AuthorityRule[allOf=[], anyOf=[]] instead of
			""")
	void startWhenRouteIsLooserThanAnnotationThenFails(String rule, String what, CapturedOutput output) {
		List<String> routes = new ArrayList<>(RouteJourneyTests.ROUTES);
		routes.removeIf((property) -> property.startsWith("zt.routes[5].scopes"));
		routes.add("zt.routes[5]." + rule);
		assertFails(RouteApi.class, routes.toArray(String[]::new));
		assertThat(output).contains("conflict: zt.routes[5] is looser than").contains("Library.annotated: " + what);
	}

	@Test
	void startWhenObservedThenProblemsAreOnlyReported(CapturedOutput output) {
		RunningApplication
			.start(List.of("zt.mode=observe", "zt.routes[0].paths=/nowhere", "zt.routes[0].scopes=x"), LibraryApi.class)
			.close();
		assertThat(output)
			.contains("zt would not start: zt.routes[0].paths has /nowhere, which no handler is mapped at.");
	}

	private static String[] withRules(String... more) {
		List<String> all = new ArrayList<>(List.of("zt.routes[0].paths=/library/any", "zt.routes[0].scopes=any"));
		for (int i = 1; i < 8; i++) {
			all.add("zt.routes[" + i + "].resources=/unused" + i + "/**");
			all.add("zt.routes[" + i + "].scopes=any");
		}
		boolean eighth = List.of(more).stream().anyMatch((property) -> property.startsWith("zt.routes[8]"));
		boolean ninth = List.of(more).stream().anyMatch((property) -> property.startsWith("zt.routes[9]"));
		if (ninth && !eighth) {
			all.add("zt.routes[8].resources=/unused8/**");
			all.add("zt.routes[8].scopes=any");
		}
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	private static void assertSays(CapturedOutput output, String description, String action) {
		String line = System.lineSeparator();
		assertThat(output).contains(
				"Description:" + line + line + description + line + line + "Action:" + line + line + action + line);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(LibraryController.class)
	static class LibraryApi {

	}

}
