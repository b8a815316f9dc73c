package io.zerotrust.samples.benchmarks;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.zerotrust.samples.benchmarks.application.Server;
import io.zerotrust.samples.benchmarks.application.Servers;
import io.zerotrust.samples.benchmarks.application.Stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Shows that every server answers as its name says, and that figures of wrk are read.
 */
class LoadTests {

	@ParameterizedTest
	@EnumSource
	void startWhenTokenValidThenEveryServerServesIt(Stack stack) throws Exception {
		HttpClient client = HttpClient.newHttpClient();
		List<Server> servers = Servers.start(stack);
		try {
			Map<Server, LoadSeries> series = new LinkedHashMap<>();
			for (Server server : servers) {
				HttpRequest request = HttpRequest.newBuilder(server.endpoint())
					.header("Authorization", "Bearer " + Calls.validTokens().get(0))
					.build();
				HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
				assertThat(response.statusCode()).as(server.name()).isEqualTo(200);
				assertThat(client.send(HttpRequest.newBuilder(server.endpoint()).build(), BodyHandlers.discarding())
					.statusCode()).as(server.name()).isEqualTo(401);
				LoadSeries measured = new LoadSeries();
				measured.add(new Burst(3000, 3, 1.5, 4.5, 0), 100);
				series.put(server, measured);
			}
			assertThat(LoadTable.of(stack, servers, series)).contains("Load, " + stack, "1000", "1.50", "4.50", "100.0",
					"1.000", "zt everything, tokens seen before");
		}
		finally {
			servers.forEach(Server::close);
		}
	}

	@Test
	void parseWhenScriptOfOursReportsThenFigures() {
		Burst burst = Burst.parse("Running 3s test\n  1 threads\nzt-burst 27000 3000000 1250 4800 2\n");
		assertThat(burst).isEqualTo(new Burst(27000, 3, 1.25, 4.8, 2));
		assertThat(burst.throughput()).isEqualTo(9000);
		assertThatIllegalStateException().isThrownBy(() -> Burst.parse("unable to connect"))
			.withMessageContaining("unable to connect");
	}

	@Test
	void isInstalledWhenThereIsNoSuchProgramThenFalse() throws Exception {
		assertThat(Wrk.isInstalled("no-such-program-of-ours")).isFalse();
		assertThat(Wrk.MISSING).contains("apt-get install wrk");
	}

}
