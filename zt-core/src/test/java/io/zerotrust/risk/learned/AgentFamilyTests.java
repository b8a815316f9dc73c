package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgentFamilyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"CHROME|Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
			"CHROME|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/141.0 Mobile/15E148 Safari/604.1",
			"EDGE|Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
			"OPERA|Mozilla/5.0 AppleWebKit/537.36 Chrome/141.0 Safari/537.36 OPR/120.0",
			"SAMSUNG|Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
			"FIREFOX|Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
			"SAFARI|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
			"BOT|Mozilla/5.0 (compatible; examplebot/2.1)", "CURL|curl/8.5.0", "WGET|Wget/1.21", "OKHTTP|okhttp/4.12.0",
			"JAVA|Java-http-client/17.0.1", "JAVA|Apache-HttpClient/5.3 (Java/21)", "PYTHON|python-requests/2.32",
			"GO|Go-http-client/2.0", "NODE|axios/1.7", "POSTMAN|PostmanRuntime/7.40", "OTHER|shop", "OTHER|''" })
	void agentWhenReadThenFamily(AgentFamily family, String userAgent) {
		assertThat(AgentFamily.of(userAgent)).isEqualTo(family);
	}

	@Test
	void agentWhenLongThenOnlyItsBeginningCounts() {
		assertThat(AgentFamily.of("x".repeat(100_000) + "curl/8")).isEqualTo(AgentFamily.OTHER);
	}

}
