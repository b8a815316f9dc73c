package io.zerotrust.spring.autoconfigure;

import java.util.stream.Collectors;

import io.zerotrust.access.ClaimLayout;
import io.zerotrust.token.Binding;
import io.zerotrust.token.Provider;
import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.TrustedIssuer;

/**
 * Says what tokens of an issuer must look like, for the start report.
 */
final class IssuerWords {

	private final ZtProperties properties;

	IssuerWords(ZtProperties properties) {
		this.properties = properties;
	}

	String of(TrustedIssuer issuer) {
		return issuer.issuer() + " for " + issuer.audiences().stream().sorted().collect(Collectors.joining(", ")) + "; "
				+ (issuer.typeRequired() ? "at+jwt" : "at+jwt, JWT or untyped") + ", at most "
				+ StartReport.text(issuer.maxLifetime()) + signed(issuer) + bound(issuer.binding())
				+ (issuer.layout().equals(ClaimLayout.standard()) ? "" : ", " + places(issuer));
	}

	private static String signed(TrustedIssuer issuer) {
		return issuer.algorithms().equals(SignatureAlgorithms.ALL) ? ""
				: ", signed by " + String.join(" or ", issuer.algorithms().stream().sorted().toList());
	}

	private static String bound(Binding binding) {
		return binding.equals(Binding.accepted()) ? ""
				: ", DPoP " + StartReport.name(binding.dpop()) + ", certificates " + StartReport.name(binding.mtls());
	}

	private String places(TrustedIssuer issuer) {
		Provider provider = this.properties.provider();
		ZtProperties.Claims claims = this.properties.claims();
		String key = "zt.claims";
		for (IssuerProperties own : this.properties.issuers()) {
			if (own.issuer().equals(issuer.issuer())) {
				provider = own.provider();
				claims = own.claims();
				key = "its claims";
			}
		}
		if (provider == null) {
			return "claims in places of its own";
		}
		boolean changed = !claims.equals(ZtProperties.Claims.NONE);
		return "claims as " + StartReport.name(provider) + " has them" + (changed ? ", but for " + key : "");
	}

}
