package io.zerotrust.spring.journey;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Connections with client certificates, and tokens bound to them.
 */
public final class MutualTls {

	private static final String FOLDER = "journey-tls/";

	public static final List<String> PROPERTIES = List.of("server.ssl.client-auth=want",
			"server.ssl.certificate=classpath:" + FOLDER + "server.pem",
			"server.ssl.certificate-private-key=classpath:" + FOLDER + "server.key",
			"server.ssl.trust-certificate=classpath:" + FOLDER + "ca.pem");

	private MutualTls() {
	}

	/**
	 * Get something over a connection of somebody.
	 * @param who whose certificate is shown; empty for nobody's
	 */
	static Answer get(RunningApplication application, String who, String target, String... headers) throws IOException {
		try (Socket socket = connect(application, who)) {
			return RunningApplication.exchange(socket, "GET", target, "", headers);
		}
	}

	/**
	 * Connect as somebody.
	 * @param who whose certificate is shown; empty for nobody's
	 */
	public static Socket connect(RunningApplication application, String who) throws IOException {
		String path = "classpath:" + FOLDER;
		PemSslStoreDetails key = who.isEmpty() ? null
				: PemSslStoreDetails.forCertificate(path + who + ".pem").withPrivateKey(path + who + ".key");
		PemSslStoreDetails trust = PemSslStoreDetails.forCertificate(path + "ca.pem");
		return SslBundle.of(new PemSslStoreBundle(key, trust))
			.createSslContext()
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), application.port());
	}

	/**
	 * The header with a token that is bound to the certificate of somebody.
	 */
	static String boundTo(RunningApplication application, String who) {
		return "Authorization: Bearer "
				+ application.token().scopes("read").claim("cnf", Map.of("x5t#S256", thumbprint(who))).mint();
	}

	public static String thumbprint(String who) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate(who).getEncoded()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The header by which a proxy tells the certificate of somebody (RFC 9440).
	 */
	public static String header(String who) {
		try {
			return "Client-Cert: :" + Base64.getEncoder().encodeToString(certificate(who).getEncoded()) + ":";
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static X509Certificate certificate(String who) throws GeneralSecurityException {
		try (InputStream in = MutualTls.class.getResourceAsStream("/" + FOLDER + who + ".pem")) {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
