package io.zerotrust.spring.web.servlet;

import java.time.Clock;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.zerotrust.spring.web.Presented;
import io.zerotrust.token.dpop.ProofVerifier;

/**
 * Makes the resource server of a chain accept DPoP (RFC 9449), with our verifier in place
 * of Spring's. Only while the chain is built.
 */
final class DpopPlug {

	private static final RequestMatcher BY_DPOP = (request) -> Presented
		.byDpop(request.getHeader(HttpHeaders.AUTHORIZATION));

	private final ProofConverter converter;

	private final ProofAnswers answers;

	private final ProofDecoders decoders;

	DpopPlug(ProofVerifier verifier, Gatekeeper gatekeeper, RequestUrl url, Clock clock) {
		this.converter = new ProofConverter(url);
		this.answers = new ProofAnswers(gatekeeper, verifier, clock);
		this.decoders = new ProofDecoders(verifier, clock);
	}

	/**
	 * Plug into a chain, if it has a resource server.
	 * @return whether it has
	 */
	@SuppressWarnings("unchecked")
	boolean plugInto(HttpSecurity http) {
		OAuth2ResourceServerConfigurer<HttpSecurity> server = http.getConfigurer(OAuth2ResourceServerConfigurer.class);
		if (server == null) {
			return false;
		}
		server.dPoP((dpop) -> dpop.requestMatcher(BY_DPOP)
			.authenticationConverter(this.converter)
			.authenticationSuccessHandler(this.answers)
			.authenticationFailureHandler(this.answers));
		server.withObjectPostProcessor(new Decoding(this.decoders));
		CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
		if (csrf != null) {
			// no browser sends the header on its own; Spring exempts Bearer alone
			csrf.ignoringRequestMatchers(BY_DPOP);
		}
		return true;
	}

	/**
	 * A class, as Spring reads from it what it is about.
	 */
	private static final class Decoding implements ObjectPostProcessor<DPoPAuthenticationProvider> {

		private final ProofDecoders decoders;

		Decoding(ProofDecoders decoders) {
			this.decoders = decoders;
		}

		@Override
		public <O extends DPoPAuthenticationProvider> O postProcess(O provider) {
			provider.setDPoPProofVerifierFactory(this.decoders);
			return provider;
		}

	}

}
