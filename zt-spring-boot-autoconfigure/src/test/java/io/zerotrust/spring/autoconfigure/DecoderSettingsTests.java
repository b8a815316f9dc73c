package io.zerotrust.spring.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.zerotrust.spring.token.FixedKeys;
import io.zerotrust.spring.token.RefusedJwtException;
import io.zerotrust.spring.token.VerifiedTokens;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.KeyRing;
import io.zerotrust.token.keys.KeySet;
import io.zerotrust.token.keys.VerificationKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of Spring Boot's properties and of {@code zt.issuers} in the decoder.
 */
class DecoderSettingsTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	private static KeyPair pair;

	private final VerifiedTokens kept = new VerifiedTokens(10, Clock.systemUTC());

	@BeforeAll
	static void createKeys() throws NoSuchAlgorithmException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		pair = generator.generateKeyPair();
	}

	// the operator wrote the one key down, by whatever name the issuer calls it
	@Test
	void decodeWhenKeyIsInAFileThenKidDoesNotMatter(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("key.pem"),
				"-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
						+ "\n-----END PUBLIC KEY-----\n");
		JwtDecoder decoder = decoder(Map.of(JWT + "issuer-uri", "https://idp.example.com", JWT + "audiences", "orders",
				JWT + "public-key-location", file.toUri().toString()));
		assertThat(decoder.decode(token(null, "orders")).getSubject()).isEqualTo("a");
		assertThat(decoder.decode(token("k", "orders")).getSubject()).isEqualTo("a");
		String token = token("k", "orders");
		assertThatExceptionOfType(RefusedJwtException.class)
			.isThrownBy(() -> decoder.decode(token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342)));
	}

	// they must not push out what is used
	@Test
	void decodeWhenTokenIsForAnotherServiceThenNeverKept() throws Exception {
		JwtDecoder decoder = decoder(
				Map.of(JWT + "issuer-uri", "https://idp.example.com", JWT + "audiences", "orders,prices"));
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode(token("k", "billing")));
		assertThat(this.kept.size()).isZero();
		decoder.decode(token("k", "prices"));
		assertThat(this.kept.size()).isEqualTo(1);
	}

	private JwtDecoder decoder(Map<String, String> values) {
		MockEnvironment environment = new MockEnvironment();
		values.forEach(environment::setProperty);
		Binder binder = Binder.get(environment);
		ZtProperties properties = binder.bindOrCreate("zt", ZtProperties.class);
		OAuth2ResourceServerProperties boot = binder.bindOrCreate("spring.security.oauth2.resourceserver",
				OAuth2ResourceServerProperties.class);
		DecoderSettings settings = new DecoderSettings(properties, boot, environment);
		KeySet keys = new KeySet(1, List.of(new VerificationKey("k", "RS256", (RSAPublicKey) pair.getPublic())),
				Instant.now());
		return settings.decoder(settings.issuers(boot.getOpaquetoken(), true),
				new KeyRing(Map.of("https://idp.example.com", new FixedKeys(keys))), new Signatures(null), this.kept,
				new DecoderValidators(List.of(), false), Clock.systemUTC());
	}

	private static String token(@Nullable String kid, String audience) throws JOSEException {
		long now = Instant.now().getEpochSecond();
		Map<String, Object> claims = new HashMap<>(
				Map.of("iss", "https://idp.example.com", "sub", "a", "aud", audience, "iat", now, "exp", now + 300));
		JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
				new Payload(claims));
		token.sign(new RSASSASigner(pair.getPrivate()));
		return token.serialize();
	}

}
