package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.util.CollectionUtils;

import io.zerotrust.token.TrustedIssuer;

/**
 * Puts the validators of an issuer together as Spring Boot would. What holds for its
 * tokens beside, the checks at {@code ACCESS} see to.
 */
final class DecoderValidators {

	private final List<OAuth2TokenValidator<Jwt>> additional;

	private final boolean reactive;

	/**
	 * Create the validators.
	 * @param additional validator beans, which hold for all issuers
	 * @param reactive whether no servlet request tells the client certificate
	 */
	DecoderValidators(List<OAuth2TokenValidator<Jwt>> additional, boolean reactive) {
		this.additional = List.copyOf(additional);
		this.reactive = reactive;
	}

	/**
	 * Return the validator for tokens of an issuer.
	 * @param boot what Spring Boot would validate, for its own issuer
	 */
	OAuth2TokenValidator<Jwt> of(TrustedIssuer issuer, OAuth2ResourceServerProperties.@Nullable Jwt boot) {
		List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
		validators.add(new JwtIssuerValidator(issuer.issuer()));
		if (boot != null && !boot.getAudiences().isEmpty()) {
			List<String> audiences = boot.getAudiences();
			validators.add(new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
					(claim) -> claim != null && !Collections.disjoint(claim, audiences)));
		}
		validators.addAll(this.additional);
		return this.reactive ? withoutCertificate(validators) : JwtValidators.createDefaultWithValidators(validators);
	}

	/**
	 * Spring's defaults but one: its validator of certificates knows those of servlet
	 * requests alone, and would refuse every token bound to one. The check
	 * {@code token.binding} knows both.
	 */
	private static OAuth2TokenValidator<Jwt> withoutCertificate(List<OAuth2TokenValidator<Jwt>> validators) {
		List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>(validators);
		if (CollectionUtils.findValueOfType(all, JwtTimestampValidator.class) == null) {
			all.add(0, new JwtTimestampValidator());
		}
		if (CollectionUtils.findValueOfType(all, JwtTypeValidator.class) == null) {
			all.add(0, JwtTypeValidator.jwt());
		}
		return new DelegatingOAuth2TokenValidator<>(all);
	}

}
