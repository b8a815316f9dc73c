package io.zerotrust.spring.autoconfigure;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;

import io.zerotrust.spring.token.IntrospectionClient;
import io.zerotrust.spring.token.IntrospectionLimits;
import io.zerotrust.spring.token.IntrospectionListener;
import io.zerotrust.spring.token.IssuerIntrospector;
import io.zerotrust.spring.token.SignedAnswers;
import io.zerotrust.spring.token.TokenIssuer.Introspection;
import io.zerotrust.spring.token.TokenIssuer;
import io.zerotrust.spring.token.TokenIssuers;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.TrustedIssuers;
import io.zerotrust.token.jose.Signatures;
import io.zerotrust.token.keys.KeyRing;

/**
 * Reads which issuer is asked about opaque tokens, and how.
 */
final class IntrospectionSettings {

	static final String BOOT = "spring.security.oauth2.resourceserver.opaquetoken.";

	private static final String PREFIX = "zt.token.introspection.";

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private static final Duration LONGEST_BELIEF = Duration.ofMinutes(10);

	private static final int MOST = 1_000_000;

	private static final int MOST_WAITING = 100_000;

	private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

	private final TokenProperties token;

	IntrospectionSettings(TokenProperties token) {
		this.token = token;
	}

	/**
	 * Read how long answers may take and are believed.
	 * @throws MisconfigurationException if that cannot be meant
	 */
	IntrospectionLimits limits() {
		IntrospectionProperties properties = this.token.introspection();
		verify("timeout", properties.timeout(), Duration.ofMillis(1), LONGEST_WAIT, "1ms to 30s, 3s for example");
		verify("cache", properties.cache(), Duration.ZERO, LONGEST_BELIEF, "0s, which asks each time, to 10m");
		verify("negative-cache", properties.negativeCache(), Duration.ZERO, LONGEST_BELIEF,
				"0s, which asks each time, to 10m");
		if (properties.cacheSize() < 1 || properties.cacheSize() > MOST) {
			throw new MisconfigurationException(PREFIX + "cache-size is " + properties.cacheSize() + ".",
					"Set " + PREFIX + "cache-size to a number from 1 to " + MOST + ". To ask each time set " + PREFIX
							+ "cache to 0s.");
		}
		if (properties.maxWaiting() < 1 || properties.maxWaiting() > MOST_WAITING) {
			throw new MisconfigurationException(PREFIX + "max-waiting is " + properties.maxWaiting() + ".",
					"Set " + PREFIX + "max-waiting to a number from 1 to " + MOST_WAITING + ", 100 for example.");
		}
		return new IntrospectionLimits(properties.timeout(), properties.cache(), properties.negativeCache(),
				properties.cacheSize(), properties.maxWaiting());
	}

	private static void verify(String name, Duration value, Duration least, Duration most, String range) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			throw new MisconfigurationException(PREFIX + name + " is " + value.toMillis() + "ms.",
					"Set " + PREFIX + name + " to a duration from " + range + ".");
		}
	}

	/**
	 * Put together what asks the issuer.
	 */
	IssuerIntrospector introspector(ListableBeanFactory beans) {
		TokenIssuer issuer = issuer(beans.getBean(TrustedIssuers.class),
				beans.getBean(OAuth2ResourceServerProperties.class).getOpaquetoken(),
				beans.getBeanProvider(TokenIssuers.class).getIfAvailable());
		Clock clock = beans.getBeanProvider(Clock.class).getIfUnique(Clock::systemUTC);
		IntrospectionLimits limits = beans.getBean(IntrospectionLimits.class);
		ObjectProvider<KeyRing> keys = beans.getBeanProvider(KeyRing.class);
		ObjectProvider<IntrospectionListener> listeners = beans.getBeanProvider(IntrospectionListener.class);
		Introspection introspection = Objects.requireNonNull(issuer.introspection());
		SignedAnswers signed = introspection.signed() ? new SignedAnswers(issuer, keys::getIfAvailable,
				beans.getBean(Signatures.class), clock, limits.timeout()) : null;
		return new IssuerIntrospector(issuer.rules(), new IntrospectionClient(introspection, limits.timeout(), signed),
				limits, clock, (outcome, took, problem) -> listeners.orderedStream()
					.forEach((listener) -> listener.asked(outcome, took, problem)));
	}

	/**
	 * Read which issuer is asked.
	 * @param trusted the trusted issuers; Spring Boot's properties are about the first
	 * @param boot Spring Boot's properties
	 * @param issuers the issuers by zt's properties, or {@code null}
	 * @throws MisconfigurationException if that cannot be meant
	 */
	TokenIssuer issuer(TrustedIssuers trusted, OAuth2ResourceServerProperties.Opaquetoken boot,
			@Nullable TokenIssuers issuers) {
		List<TokenIssuer> asked = new ArrayList<>();
		String uri = boot.getIntrospectionUri();
		if (uri != null) {
			asked.add(new TokenIssuer(rules(trusted), null,
					verified(BOOT + "introspection-uri",
							new Introspection(uri, required("client-id", boot.getClientId()),
									required("client-secret", boot.getClientSecret()), false))));
		}
		for (TokenIssuer issuer : (issuers != null) ? issuers.all() : List.<TokenIssuer>of()) {
			if (issuer.introspection() != null && asked.stream().noneMatch((one) -> isSame(one, issuer))) {
				verified("zt.issuers of " + issuer.rules().issuer() + " introspection.uri", issuer.introspection());
				asked.add(issuer);
			}
		}
		if (asked.size() != 1) {
			throw new MisconfigurationException(
					asked.size() + " issuers are asked about opaque tokens, and such a token does not say whose it is.",
					"Leave introspection at one issuer; declare an OpaqueTokenIntrospector bean, in WebFlux a "
							+ "ReactiveOpaqueTokenIntrospector, to choose among several.");
		}
		return asked.get(0);
	}

	private static boolean isSame(TokenIssuer one, TokenIssuer other) {
		return one.rules().issuer().equals(other.rules().issuer());
	}

	private TrustedIssuer rules(TrustedIssuers trusted) {
		for (TrustedIssuer issuer : trusted.all()) {
			if (this.token.issuer() == null || issuer.issuer().equals(this.token.issuer())) {
				return issuer;
			}
		}
		throw new MisconfigurationException(BOOT + "introspection-uri is set, and nobody says whose tokens those are.",
				"Set zt.token.issuer to the issuer of these tokens, https://idp.example.com for example, and "
						+ "zt.token.audiences.");
	}

	private static String required(String name, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new MisconfigurationException(
					BOOT + name + " is not set, and no issuer tells strangers about its tokens.",
					"Set " + BOOT + name + " to what the issuer gave this service.");
		}
		return value;
	}

	private Introspection verified(String key, Introspection introspection) {
		URI uri = uri(key, introspection.uri());
		String host = (uri.getHost() != null) ? uri.getHost() : "";
		boolean secure = "https".equalsIgnoreCase(uri.getScheme());
		if (host.isEmpty() || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
			throw notAnAddress(key, introspection.uri());
		}
		if (!secure && !LOCAL.contains(host) && !this.token.insecureIssuer()) {
			throw new MisconfigurationException(key + " is " + introspection.uri()
					+ ", which is asked without TLS, so whoever stands between reads every token and the secret.",
					"Set it to an address with https, or, where nobody stands between, zt.token.insecure-issuer to true.");
		}
		return introspection;
	}

	private static URI uri(String key, String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			throw notAnAddress(key, text);
		}
	}

	private static MisconfigurationException notAnAddress(String key, String text) {
		return new MisconfigurationException(key + " is " + text + ", which is no address.",
				"Set it to where the issuer answers, https://idp.example.com/introspect for example.");
	}

}
