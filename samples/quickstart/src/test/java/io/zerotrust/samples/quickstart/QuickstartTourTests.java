package io.zerotrust.samples.quickstart;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.zerotrust.samples.launch.Applications;
import io.zerotrust.samples.quickstart.tour.Row;
import io.zerotrust.samples.quickstart.tour.Table;
import io.zerotrust.samples.quickstart.tour.Tour;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the tour and holds every cell against the expected one.
 */
class QuickstartTourTests {

	private static final String EXPECTED = """
			read an order                        | GET /orders/1                | 200                            | 200
			place an order                       | POST /orders                 | 201                            | 201
			cancel an order as admin             | DELETE /orders/2             | 204                            | 204
			who am I                             | GET /me                      | 200                            | 200
			public catalog, no token             | GET /catalog                 | 200                            | 401
			no token                             | GET /orders/1                | 401 subject.missing            | 401
			token expired                        | GET /orders/1                | 401 token.expired              | 401
			token with alg none                  | GET /orders/1                | 401 token.algorithm            | 401
			token signed HS256 by the public key | GET /orders/1                | 401 token.algorithm            | 401
			token signed by a foreign key        | GET /orders/1                | 401 token.signature            | 401
			token tampered with                  | GET /orders/1                | 401 token.signature            | 401
			token for another API                | GET /orders/1                | 401 token.audience             | 401
			ID token for a token                 | GET /orders/1                | 401 token.id-token             | 200
			token that lives 24 h                | GET /orders/1                | 401 token.lifetime             | 200
			token that never expires             | GET /orders/1                | 401 token.exp-missing          | 200
			token bound to a certificate         | GET /orders/1                | 401 token.binding-missing      | 401
			two Authorization headers            | GET /orders/1                | 400 credential.ambiguous       | 200
			token in the URL too                 | GET /orders/1?access_token=x | 400 credential.ambiguous       | 200
			token bound to a key, with its proof | GET /orders/1                | 200                            | 401
			the same proof once more             | GET /orders/1                | 401 dpop.replay                | 401
			a proof for another URL              | GET /orders/1                | 401 dpop.uri                   | 401
			token bound to a key, sent as bearer | GET /orders/1                | 401 token.binding-missing      | 401
			scope is missing                     | POST /orders                 | 403 policy.scope-missing       | 403
			role is missing                      | DELETE /orders/1             | 403 policy.role-missing        | 403
			endpoint nobody ruled on             | GET /internal/export         | 403 policy.uncovered           | 200
			unknown path                         | GET /no-such                 | 404                            | 404
			unknown path, no token               | GET /no-such                 | 401 subject.missing            | 401
			pay, login was weak                  | POST /payments               | 401 step-up.required           | 403
			pay, strong login of yesterday       | POST /payments               | 401 step-up.required           | 201
			pay, strong and fresh login          | POST /payments               | 201                            | 201
			path trick                           | GET /catalog/..;/orders/1    | 400 request.rejected           | 401
			path trick                           | GET /catalog/%2e%2e/orders/1 | 400 request.rejected           | 401
			path trick                           | GET /orders%2F1              | 400                            | 400
			path trick                           | GET //orders/1               | 400 request.rejected           | 401
			path trick                           | GET /orders/1;a=b            | 400 request.rejected           | 401
			path trick                           | GET /ORDERS/1                | 404                            | 404
			path trick                           | GET /orders/1/               | 404                            | 404
			method override header               | POST /orders/1               | 405                            | 405
			""";

	private static final Applications applications = new Applications("--api.port=0", "--issuer.port=0",
			"--plain.port=0");

	private static Tour tour;

	@BeforeAll
	static void start() {
		tour = Quickstart.start(applications);
	}

	@AfterAll
	static void stop() {
		applications.close();
	}

	@Test
	void takeWhenStartedThenEveryCellIsAsExpected() {
		List<Row> rows = tour.take();
		assertThat(rows.stream().map(QuickstartTourTests::cells)).containsExactlyElementsOf(expected());
		assertThat(Table.challenges(rows)).contains("error=\"insufficient_user_authentication\"",
				"acr_values=\"urn:example:mfa\"", "max_age=\"300\"");
	}

	@Test
	void commandsWhenStartedThenCarryTokens() {
		assertThat(tour.commands()).containsPattern("TOKEN=ey[\\w-]+\\.ey[\\w-]+\\.[\\w-]+\\R");
	}

	private static List<String> expected() {
		return EXPECTED.lines().map((line) -> line.replaceAll(" +\\| ", " | ")).toList();
	}

	private static String cells(Row row) {
		String zt = (row.zt().status() + " " + row.zt().code()).strip();
		return String.join(" | ", row.title(), row.request(), zt, Integer.toString(row.plain().status()));
	}

}
