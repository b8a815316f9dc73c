package io.zerotrust.token.keys.remote;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.zerotrust.MovableClock;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.remote.KeyStatus.State;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose certificate does.
 */
class TlsTests {

	private static final String ISSUER = "https://idp.example.com";

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().httpDisabled(true).dynamicHttpsPort());

	@BeforeEach
	void start() {
		this.server.start();
		this.server.stubFor(get("/keys").willReturn(okJson(TestKeys.published(TestKeys.ec("key")))));
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	@Tag("AT4")
	void fetchWhenNobodyVouchesForTheCertificateThenUnreachable() {
		KeyStatus status = fetch(null);
		assertThat(status.state()).isEqualTo(State.NO_KEYS);
		assertThat(status.failure()).contains("/keys cannot be reached: SSLHandshakeException");
		assertThat(status.attempts()).containsEntry(FetchOutcome.UNREACHABLE, 1L);
	}

	@Test
	void fetchWhenContextVouchesForTheCertificateThenRead() throws GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[] { new TrustsAnybody() }, new SecureRandom());
		assertThat(fetch(context).state()).isEqualTo(State.UP);
	}

	private KeyStatus fetch(@Nullable SSLContext context) {
		KeyRules rules = new KeyRules(BrokenIssuer.REFRESH, BrokenIssuer.COOL_DOWN, BrokenIssuer.STALE_LIMIT,
				Duration.ofSeconds(5), BrokenIssuer.MAX_SIZE, Set.of(), false);
		KeySource source = new KeySource(ISSUER, "https://localhost:" + this.server.httpsPort() + "/keys");
		try (KeyFetching fetching = new KeyFetching(List.of(source), rules, context, new MovableClock())) {
			IssuerKeys keys = Objects.requireNonNull(fetching.ring().of(ISSUER));
			keys.newerThan(null)
				.handle((set, failure) -> "done")
				.toCompletableFuture()
				.orTimeout(10, TimeUnit.SECONDS)
				.join();
			return fetching.status().get(0);
		}
	}

	private static final class TrustsAnybody extends X509ExtendedTrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
