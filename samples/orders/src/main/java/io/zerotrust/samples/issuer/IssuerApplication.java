package io.zerotrust.samples.issuer;

import java.time.Clock;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Spring Authorization Server with a key made at start and the clients of
 * {@code issuer.yml}.
 */
@SpringBootApplication
public class IssuerApplication {

	@Bean
	RSAKey signingKey() throws JOSEException {
		return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
	}

	@Bean
	JWKSource<SecurityContext> jwkSource(RSAKey signingKey) {
		return new ImmutableJWKSet<>(new JWKSet(signingKey));
	}

	@Bean
	AccessTokenCustomizer accessTokenCustomizer() {
		return new AccessTokenCustomizer(Clock.systemUTC());
	}

}
