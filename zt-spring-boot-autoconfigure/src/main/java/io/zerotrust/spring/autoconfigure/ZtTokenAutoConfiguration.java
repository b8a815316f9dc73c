package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

import io.zerotrust.check.LocalCheck;
import io.zerotrust.spring.web.AcceptedCredentials;
import io.zerotrust.spring.web.AuthenticationSubjectReader;
import io.zerotrust.spring.web.SubjectReader;
import io.zerotrust.spring.autoconfigure.PlacedChecks.Place;
import io.zerotrust.token.AlgorithmCheck;
import io.zerotrust.token.AudienceCheck;
import io.zerotrust.token.BindingCheck;
import io.zerotrust.token.CredentialCheck;
import io.zerotrust.token.IssuerCheck;
import io.zerotrust.token.LifetimeCheck;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.TypeCheck;
import io.zerotrust.token.WellFormedCheck;

/**
 * Auto-configuration for the rules about tokens.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties({ ZtProperties.class, OAuth2ResourceServerProperties.class })
public final class ZtTokenAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TrustedIssuers ztTrustedIssuers(ZtProperties properties, OAuth2ResourceServerProperties resourceServer) {
		return new IssuerSettings(properties, resourceServer.getJwt()).issuers();
	}

	@Bean
	@ConditionalOnMissingBean
	SubjectReader ztSubjectReader(TrustedIssuers issuers) {
		return new AuthenticationSubjectReader(issuers::layoutOf);
	}

	@Bean
	@ConditionalOnMissingBean
	AcceptedCredentials ztAcceptedCredentials() {
		return AcceptedCredentials.tokens();
	}

	@Bean
	PlacedChecks ztTokenChecks(ZtProperties properties, TrustedIssuers issuers, AcceptedCredentials accepted,
			ConfigurableListableBeanFactory beanFactory) {
		ClaimSettings.verifyUsed(properties, beanFactory.containsBeanDefinition("ztTrustedIssuers"));
		List<LocalCheck> checks = new ArrayList<>(List.of(new CredentialCheck(accepted.kinds()), new WellFormedCheck(),
				new IssuerCheck(issuers), new AudienceCheck(issuers), new TypeCheck(issuers),
				new LifetimeCheck(issuers), new BindingCheck(issuers)));
		if (PlatformDecoder.isUsed(beanFactory)) {
			checks.add(new AlgorithmCheck());
		}
		return PlacedChecks.of(Place.PROOF, checks);
	}

	/**
	 * Lets the platform's decoder accept what the check {@code token.type} decides on; on
	 * its own it refuses access tokens typed as RFC 9068 has it.
	 */
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnEnforcing
	JwtTypeValidator ztJwtTypeValidator() {
		JwtTypeValidator validator = new JwtTypeValidator("at+jwt", "application/at+jwt", "JWT");
		validator.setAllowEmpty(true);
		return validator;
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnEnforcing
	JwtTimestampValidator ztJwtTimestampValidator(ZtProperties properties, ObjectProvider<java.time.Clock> clock) {
		JwtTimestampValidator validator = new JwtTimestampValidator(LifetimeSettings.largestSkew(properties));
		clock.ifUnique(validator::setClock);
		return validator;
	}

}
