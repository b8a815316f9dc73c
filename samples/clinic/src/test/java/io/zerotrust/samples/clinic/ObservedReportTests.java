package io.zerotrust.samples.clinic;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.zerotrust.posture.ObserveReport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That zt did look on.
 */
@ObservedClinic
class ObservedReportTests {

	@LocalServerPort
	int port;

	@LocalManagementPort
	int managementPort;

	@Autowired
	ObserveReport report;

	@Test
	void readWhenScopeMissingThenServedAndReported() throws Exception {
		Browser.Page page = new Browser(this.port).get("/api/owners/1", TestTokens.token("visits:read"));
		assertThat(page.status()).isEqualTo(200);
		assertReported("GET /api/owners/{ownerId}", "policy.scope-missing");
	}

	@Test
	void metricsWhenScopeMissingThenServedAndReported() throws Exception {
		Browser.Page page = new Browser(this.managementPort).get("/actuator/metrics", TestTokens.token("owners:read"));
		assertThat(page.status()).isEqualTo(200);
		assertReported("GET /actuator/metrics", "policy.scope-missing");
	}

	private void assertReported(String endpoint, String code) {
		assertThat(this.report.rows())
			.anyMatch((row) -> row.endpoint().equals(endpoint) && row.code().equals(code) && row.count() > 0);
	}

}
