package io.zerotrust.samples.benchmarks;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows that the harness measures what it says; the figures are for whoever runs it.
 */
class BenchmarkTests {

	@Test
	void measureWhenRunThenEveryVariantServesAndOnlyTheSecuredRefuse() throws Exception {
		try (Variant permit = Variant.start("permitAll", false, PermitApplication.class);
				Variant plain = Variant.start("resource server", false, PlainApplication.class);
				Variant zt = Variant.start("zt", true, ZtApplication.class)) {
			Map<Variant, Series> series = new Benchmark(List.of(permit, plain, zt)).measure(2, 20);
			assertThat(series.values()).allSatisfy((measured) -> assertThat(measured.bytes()).isPositive());
			assertThat(Benchmark.table(series, plain)).contains("permitAll", "resource server", "zt", "1.000");
			assertThat(plain.send("forged")).isEqualTo(401);
			assertThat(zt.send("forged")).isEqualTo(401);
		}
	}

}
