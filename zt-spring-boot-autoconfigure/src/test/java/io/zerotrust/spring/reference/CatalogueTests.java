package io.zerotrust.spring.reference;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.zerotrust.check.Evidence;
import io.zerotrust.decision.ReasonCode;
import io.zerotrust.decision.ReasonCodes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalogue of codes is whole.
 */
class CatalogueTests {

	private static final List<String> CODES = ReasonCodes.all().stream().map(ReasonCode::code).toList();

	@Test
	void codeWhenSaidThenIsInTheCatalogue() throws IOException {
		Map<String, Set<Class<?>>> unknown = new TreeMap<>(SaidCodes.read().sayers());
		unknown.keySet().removeAll(CODES);
		assertThat(unknown).as("codes that are said but not in ReasonCodes, and by whom").isEmpty();
	}

	@Test
	void codeWhenInTheCatalogueThenIsSaid() throws IOException {
		Set<String> unsaid = new TreeSet<>(CODES);
		unsaid.removeAll(SaidCodes.read().sayers().keySet());
		assertThat(unsaid).as("codes in ReasonCodes that nobody says").isEmpty();
	}

	@Test
	void checkWhenThereThenRunsAtGate() throws IOException {
		assertThat(Gates.read().names()).as("checks that run; set in Gates what turns on the missing ones")
			.containsExactlyInAnyOrderElementsOf(SaidCodes.read().checks().keySet());
	}

	@Test
	void stringsWhenReadThenCodesAreToldFromEvidenceAndProperties() throws IOException {
		assertThat(SaidCodes.of(Sayer.class).sayers().keySet()).containsExactly("fixture.passed-around",
				"fixture.said");
	}

	/**
	 * Says codes, and what only looks like one.
	 */
	static final class Sayer extends Named {

		Sayer() {
			super("fixture.super");
		}

		Evidence evidence() {
			return new Evidence("fixture.evidence", text("fixture.passed-around"));
		}

		String said() {
			return "fixture.said";
		}

		String name() {
			return "fixture.name";
		}

		String property() {
			return text("zt.property") + text("server.port") + text("Two sentences. Said.");
		}

		private static String text(String text) {
			return text;
		}

	}

	/**
	 * Is given its name.
	 */
	static class Named {

		Named(String name) {
			assertThat(name).isNotBlank();
		}

	}

}
