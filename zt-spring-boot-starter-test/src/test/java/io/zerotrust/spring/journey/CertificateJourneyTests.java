package io.zerotrust.spring.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static io.zerotrust.spring.journey.BackOfficeJourneyTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Client certificates of real TLS connections, beside sessions and tokens, in an
 * application without a filter chain.
 */
class CertificateJourneyTests {

	private static final String TLS = "classpath:journey-tls/";

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication
			.start(List.of("zt.credentials.x509=/machine/**", "zt.credentials.session=/backoffice/**",
					"server.ssl.client-auth=want", "server.ssl.certificate=" + TLS + "server.pem",
					"server.ssl.certificate-private-key=" + TLS + "server.key",
					"server.ssl.trust-certificate=" + TLS + "ca.pem"), BackOfficeApi.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenCertificateThenServedWhereListedAlone() throws IOException {
		assertThat(send("clerk", "GET", "/machine/status").body()).isEqualTo("clerk");
		assertRefused(send("clerk", "GET", "/api/me"), 401, "subject.missing");
		assertRefused(send("clerk", "GET", "/backoffice/home"), 401, "credential.unsupported");
		assertRefused(send("clerk", "GET", "/export/orders"), 401, "subject.missing");
	}

	@Test
	void getWhenNoCertificateThenRefused() throws IOException {
		assertRefused(send("", "GET", "/machine/status"), 401, "subject.missing");
		assertThat(send("", "GET", "/backoffice/home").status()).isEqualTo(302);
	}

	@Test
	void getWhenCertificateOfStrangerThenRefused() throws IOException {
		assertRefused(send("stranger", "GET", "/machine/status"), 401, "subject.missing");
	}

	// the right name, signed by itself
	@Test
	void getWhenCertificateIsForgedThenNoConnection() {
		assertThatIOException().isThrownBy(() -> send("forged", "GET", "/machine/status"));
	}

	@Test
	void getWhenCertificateAndTokenThenWhereCertificatesAreReadMixed() throws IOException {
		assertThat(send("clerk", "GET", "/api/me", application.bearer()).body()).isEqualTo("me");
		assertRefused(send("clerk", "GET", "/machine/status", application.bearer()), 400, "credential.mixed");
	}

	// a browser shows its certificate to whoever makes it send a form
	@Test
	void postWhenCertificateAloneThenRefused() throws IOException {
		Answer answer = send("clerk", "POST", "/machine/status", "Content-Length: 0");
		assertThat(answer.status()).as("%s", answer).isEqualTo(403);
		assertThat(answer.body()).doesNotContain("reported");
	}

	@Test
	void getWhenHeadersNameCertificateThenIgnored() throws IOException {
		for (String header : List.of("X-Client-Cert: CN=clerk", "X-SSL-Client-S-DN: CN=clerk",
				"jakarta.servlet.request.X509Certificate: clerk", "Client-Cert: :Y2xlcms=:")) {
			assertRefused(send("", "GET", "/machine/status", header), 401, "subject.missing");
		}
	}

	private static Answer send(String who, String method, String target, String... headers) throws IOException {
		PemSslStoreDetails key = who.isEmpty() ? null
				: PemSslStoreDetails.forCertificate(TLS + who + ".pem").withPrivateKey(TLS + who + ".key");
		PemSslStoreDetails trust = PemSslStoreDetails.forCertificate(TLS + "ca.pem");
		try (Socket socket = SslBundle.of(new PemSslStoreBundle(key, trust))
			.createSslContext()
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), application.port())) {
			return RunningApplication.exchange(socket, method, target, "", headers);
		}
	}

}
