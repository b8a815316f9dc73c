package io.zerotrust.spring.autoconfigure;

import java.security.PublicKey;
import java.security.Security;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.zerotrust.token.jose.CompactJws;
import io.zerotrust.token.jose.MalformedJwsException;
import io.zerotrust.token.jose.PublicKeys;
import io.zerotrust.token.jose.Signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Signatures are computed by the provider that is there, with the same answers.
 */
class ZtSignatureAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ZtCorrettoAutoConfiguration.class, ZtSignatureAutoConfiguration.class));

	@Test
	void signaturesWhenCorrettoIsThereThenComputedByItAndItIsNotRegistered() {
		assumeThat(AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError()).isNull();
		this.runner.run((context) -> {
			assertThat(context.getBean(Signatures.class)).asString().startsWith("AmazonCorrettoCryptoProvider");
			assertThat(Security.getProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME)).isNull();
		});
	}

	@Test
	void signaturesWhenCorrettoIsNotThereThenComputedByTheJdk() {
		this.runner.withClassLoader(new FilteredClassLoader("com.amazon.corretto"))
			.run((context) -> assertThat(context.getBean(Signatures.class)).hasToString("the JDK"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512" })
	@Tag("J2")
	@Tag("J5")
	@Tag("AT12")
	void verifyWhenComputedByEitherThenAgrees(String name) throws JOSEException, MalformedJwsException {
		JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
		JWK key = key(algorithm);
		CompactJws genuine = signed(algorithm, key);
		CompactJws forged = signed(algorithm, key(algorithm));
		CompactJws changed = new CompactJws(genuine.header(), genuine.members(), genuine.claims(),
				forged.signingInput().clone(), genuine.signature());
		changed.signingInput()[changed.signingInput().length - 1] ^= 1;
		PublicKey publicKey = Objects.requireNonNull(PublicKeys.of(key));
		PublicKey otherKind = Objects
			.requireNonNull(PublicKeys.of(key(JWSAlgorithm.parse(name.startsWith("ES") ? "RS256" : "ES256"))));
		for (Signatures signatures : List.of(new Signatures(AmazonCorrettoCryptoProvider.INSTANCE),
				new Signatures(null))) {
			assertThat(signatures.verify(genuine, publicKey)).as("%s by %s", name, signatures).isTrue();
			assertThat(signatures.verify(forged, publicKey)).isFalse();
			assertThat(signatures.verify(changed, publicKey)).isFalse();
			assertThat(signatures.verify(genuine, otherKind)).isFalse();
		}
	}

	private static JWK key(JWSAlgorithm algorithm) throws JOSEException {
		Curve curve = Stream.ofNullable(Curve.forJWSAlgorithm(algorithm))
			.flatMap((curves) -> curves.stream())
			.findFirst()
			.orElse(null);
		return (curve != null) ? new ECKeyGenerator(curve).generate() : new RSAKeyGenerator(2048).generate();
	}

	private static CompactJws signed(JWSAlgorithm algorithm, JWK key) throws JOSEException, MalformedJwsException {
		SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm),
				new JWTClaimsSet.Builder().subject("alice").expirationTime(new Date(1_900_000_000_000L)).build());
		JWSSigner signer = (key instanceof RSAKey rsa) ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
		jwt.sign(signer);
		return CompactJws.read(jwt.serialize(), 8192);
	}

}
