package io.zerotrust.spring.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

/**
 * Puts into {@code WWW-Authenticate} values what a caller should send. An error stands in
 * the challenge of the scheme the caller used; the other scheme is offered beside it (RFC
 * 9449 section 7.2, D17, D18).
 */
final class Challenges {

	private final Schemes schemes;

	private final Presented presented;

	Challenges(Schemes schemes, Presented presented) {
		this.schemes = schemes;
		this.presented = presented;
	}

	List<String> of(Challenge challenge) {
		Proof proof = challenge.proof();
		if (proof == Proof.MISSING) {
			return offers();
		}
		boolean aboutProof = proof == Proof.UNPROVEN || proof == Proof.WITHOUT_NONCE;
		boolean dpop = aboutProof || byDpop();
		AuthChallenge header = new AuthChallenge(dpop ? AuthChallenge.DPOP : AuthChallenge.BEARER);
		header.error(error(proof), challenge.reason());
		if (proof == Proof.WEAK) {
			// this caller has found its way to a token
			header.add("acr_values", String.join(" ", challenge.acr()));
			return List.of(algorithms(header.add("max_age", seconds(challenge.maxAge())), dpop).toString());
		}
		return withOther(end(header, dpop), dpop);
	}

	String of(Deny deny) {
		AuthChallenge header = new AuthChallenge(byDpop() ? AuthChallenge.DPOP : AuthChallenge.BEARER);
		header.error("insufficient_scope", deny.reason());
		header.add("scope", String.join(" ", new TreeSet<>(deny.requiredScopes())));
		return algorithms(header, byDpop()).toString();
	}

	/**
	 * Take the words of the platform out of its challenges, and add what it knows nothing
	 * of. Schemes that are not ours stay as they are.
	 */
	List<String> veil(List<String> challenges, Reason reason) {
		List<String> veiled = new ArrayList<>();
		boolean tokens = false;
		for (String challenge : challenges) {
			boolean token = challenge.equals(AuthChallenge.BEARER) || challenge.startsWith(AuthChallenge.BEARER + " ")
					|| challenge.startsWith(AuthChallenge.DPOP + " ");
			if (!token) {
				veiled.add(challenge);
			}
			else if (!tokens) {
				tokens = true;
				veiled.addAll(veil(challenge, reason));
			}
		}
		return veiled;
	}

	private List<String> veil(String challenge, Reason reason) {
		String error = AuthChallenge.parameter(challenge, "error");
		String metadata = AuthChallenge.parameter(challenge, "resource_metadata");
		// Spring's is made of the host a request names
		Challenges known = (metadata.isEmpty() || !this.presented.metadata().isEmpty()) ? this
				: new Challenges(this.schemes, new Presented(this.presented.dpop(), this.presented.nonce(), metadata));
		if (error.isEmpty()) {
			return this.schemes.bearer() ? withOther(challenge, false) : known.offers();
		}
		boolean dpop = byDpop();
		AuthChallenge header = new AuthChallenge(dpop ? AuthChallenge.DPOP : AuthChallenge.BEARER);
		header.error(error, reason);
		header.add("scope", AuthChallenge.parameter(challenge, "scope"));
		return known.withOther(known.end(header, dpop), dpop);
	}

	private List<String> withOther(Object challenge, boolean dpop) {
		List<String> all = new ArrayList<>(List.of(challenge.toString()));
		if (dpop && this.schemes.bearer()) {
			all.add(bearer());
		}
		if (!dpop && this.schemes.dpop()) {
			all.add(dpop());
		}
		return all;
	}

	private List<String> offers() {
		List<String> offers = new ArrayList<>();
		if (this.schemes.bearer()) {
			offers.add(bearer());
		}
		if (this.schemes.dpop()) {
			offers.add(dpop());
		}
		return offers;
	}

	private String bearer() {
		return end(new AuthChallenge(AuthChallenge.BEARER).add("realm", this.schemes.realm()), false).toString();
	}

	private String dpop() {
		return end(new AuthChallenge(AuthChallenge.DPOP), true).toString();
	}

	private AuthChallenge end(AuthChallenge header, boolean dpop) {
		return algorithms(header, dpop).add("resource_metadata", this.presented.metadata());
	}

	private AuthChallenge algorithms(AuthChallenge header, boolean dpop) {
		return dpop ? header.add("algs", String.join(" ", this.schemes.proofAlgorithms())) : header;
	}

	private boolean byDpop() {
		return !this.schemes.bearer() || (this.schemes.dpop() && this.presented.dpop());
	}

	private static String error(Proof proof) {
		return switch (proof) {
			case MALFORMED -> "invalid_request";
			case MISSING, INVALID -> "invalid_token";
			case WEAK -> "insufficient_user_authentication";
			case UNPROVEN -> "invalid_dpop_proof";
			case WITHOUT_NONCE -> "use_dpop_nonce";
		};
	}

	private static String seconds(@Nullable Duration duration) {
		return (duration != null) ? Long.toString(duration.toSeconds()) : "";
	}

}
