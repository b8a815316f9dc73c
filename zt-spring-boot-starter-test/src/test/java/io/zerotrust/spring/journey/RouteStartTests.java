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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

import static io.zerotrust.spring.journey.UncoveredStartTests.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Routes that contradict each other or are looser than the author of a handler stop the
 * start. Those that rule nothing stand in the table of
 * {@link MisconfigurationTableTests}.
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

	@Test
	void startWhenRoutesContradictEachOtherThenFails(CapturedOutput output) {
		assertFails(LibraryApi.class, "zt.routes[0].paths=/library/any", "zt.routes[0].scopes=any",
				"zt.routes[1].paths=/library/any", "zt.routes[1].scopes=other");
		assertThat(output).contains("conflict: different rules at zt.routes[0] and zt.routes[1]");
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

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(LibraryController.class)
	static class LibraryApi {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(LibraryApi.class)
	static class LibraryWithUsers {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager();
		}

	}

}
