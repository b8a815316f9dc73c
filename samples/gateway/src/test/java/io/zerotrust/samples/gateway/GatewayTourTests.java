package io.zerotrust.samples.gateway;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.zerotrust.samples.launch.Applications;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the tour and holds every cell against the expected one.
 */
class GatewayTourTests {

	private static final String EXPECTED = """
			public catalog, no token             | gateway | GET /catalog                 | 200                         | service
			read an order                        | gateway | GET /orders/1                | 200                         | service
			place an order                       | gateway | POST /orders                 | 201                         | service
			cancel an order, no admin            | gateway | DELETE /orders/1             | 403 policy.role-missing     | service
			pay, login was weak                  | gateway | POST /payments               | 401 step-up.required        | service
			pay, strong and fresh login          | gateway | POST /payments               | 201                         | service
			no token                             | gateway | GET /orders/1                | 401 subject.missing         | gateway
			token signed by a foreign key        | gateway | GET /orders/1                | 401 token.signature         | gateway
			token with alg none                  | gateway | GET /orders/1                | 401 token.algorithm         | gateway
			token expired                        | gateway | GET /orders/1                | 401 token.expired           | gateway
			token for another API                | gateway | GET /orders/1                | 401 token.audience          | gateway
			two Authorization headers            | gateway | GET /orders/1                | 400 credential.ambiguous    | gateway
			scope is missing                     | gateway | POST /orders                 | 403 policy.scope-missing    | gateway
			route nobody ruled on                | gateway | GET /internal/export         | 403 policy.uncovered        | gateway
			path no route takes                  | gateway | GET /me                      | 404                         | gateway
			path trick, no token                 | gateway | GET /catalog/..;/orders/1    | 400 request.rejected        | gateway
			path trick, no token                 | gateway | GET /catalog/%2e%2e/orders/1 | 400 request.rejected        | gateway
			path trick, no token                 | gateway | GET /catalog%2F..%2Forders/1 | 400 request.rejected        | gateway
			path trick, no token                 | gateway | GET //orders/1               | 400 request.rejected        | gateway
			path trick, no token                 | gateway | GET /ORDERS/1                | 401 subject.missing         | gateway
			token bound to a key, with its proof | gateway | GET /orders/1                | 200                         | service
			the same proof once more             | gateway | GET /orders/1                | 401 dpop.replay             | gateway
			the same proof, around the gateway   | bypass  | GET /orders/1                | 401 dpop.uri                | service
			a proof for the service              | gateway | GET /orders/1                | 401 dpop.uri                | gateway
			token bound to a key, sent as bearer | gateway | GET /orders/1                | 401 token.binding-missing   | gateway
			no token                             | bypass  | GET /orders/1                | 401 subject.missing         | service
			token signed by a foreign key        | bypass  | GET /orders/1                | 401 token.signature         | service
			token expired                        | bypass  | GET /orders/1                | 401 token.expired           | service
			headers of the gateway, no token     | bypass  | GET /orders/1                | 401 subject.missing         | service
			scope is missing                     | bypass  | POST /orders                 | 403 policy.scope-missing    | service
			endpoint nobody ruled on             | bypass  | GET /internal/export         | 403 policy.uncovered        | service
			read an order                        | bypass  | GET /orders/1                | 200                         | service
			""";

	@Test
	void takeWhenStartedThenEveryCellIsAsExpected() {
		try (Applications applications = new Applications("--gateway.port=0", "--api.port=0", "--issuer.port=0")) {
			GatewayTour tour = Gateway.start(applications);
			List<Row> rows = tour.take();
			assertThat(rows.stream().map((row) -> String.join(" | ", row.cells().subList(0, 5))))
				.containsExactlyElementsOf(
						EXPECTED.lines().map((line) -> line.replaceAll(" +\\| ", " | ").strip()).toList());
		}
	}

}
