package io.zerotrust.token.keys.remote;

import java.math.BigInteger;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

import io.zerotrust.token.SignatureAlgorithms;
import io.zerotrust.token.jose.PublicKeys;
import io.zerotrust.token.keys.VerificationKey;
import io.zerotrust.token.keys.remote.KeyFinding.Level;

/**
 * Reads a key set (RFC 7517 section 5) and drops every key that must not verify tokens,
 * saying why (RFC 8725 sections 3.1 and 3.5).
 */
final class KeyLinter {

	private static final int SMALLEST_RSA = 2048;

	private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth");

	private static final Map<Curve, String> EC_ALGORITHMS = Map.of(Curve.P_256, "ES256", Curve.P_384, "ES384",
			Curve.P_521, "ES512");

	/**
	 * More keys than any issuer has; a token without a kid is tried with all of them.
	 */
	private static final int MOST_KEYS = 100;

	private static final Set<String> KINDS = Set.of("RSA", "EC", "OKP");

	private final List<VerificationKey> keys = new ArrayList<>();

	private final List<KeyFinding> findings = new ArrayList<>();

	private KeyLinter() {
	}

	/**
	 * Read a key set.
	 * @param document its members
	 * @return the keys that do, and what is to be said about all of them
	 */
	static Linted lint(Map<String, Object> document) {
		KeyLinter linter = new KeyLinter();
		if (document.get("keys") instanceof List<?> members) {
			for (int i = 0; i < members.size() && i < MOST_KEYS; i++) {
				linter.read(members.get(i), "#" + (i + 1));
			}
			if (members.size() > MOST_KEYS) {
				linter.add(Level.ERROR, "too-many", "*",
						"the first " + MOST_KEYS + " of " + members.size() + " keys are read");
			}
		}
		linter.dropAmbiguous();
		linter.compare();
		return new Linted(List.copyOf(linter.keys), List.copyOf(linter.findings));
	}

	private void read(@Nullable Object member, String place) {
		if (!(member instanceof Map<?, ?> raw)) {
			add(Level.WARNING, "malformed", place, "no JSON object");
			return;
		}
		@SuppressWarnings("unchecked")
		Map<String, Object> json = (Map<String, Object>) raw;
		String id = (json.get("kid") instanceof String kid && !kid.isEmpty()) ? Locations.printable(kid) : place;
		Object kind = json.get("kty");
		if ("oct".equals(kind)) {
			add(Level.ERROR, "symmetric", id,
					"dropped: a secret, published to everybody who can read this key set; change it");
			return;
		}
		if (!KINDS.contains(String.valueOf(kind))) {
			add(Level.WARNING, "unknown-kind", id, "dropped: kty is none of RSA, EC and OKP");
			return;
		}
		if (json.keySet().stream().anyMatch(PRIVATE::contains)) {
			add(Level.ERROR, "private", id,
					"dropped: the private key is published to everybody who can read this key set; change it");
			return;
		}
		try {
			read(JWK.parse(json), id);
		}
		catch (ParseException | RuntimeException ex) {
			add(Level.WARNING, "malformed", id, "dropped: " + Locations.printable(String.valueOf(ex.getMessage())));
		}
	}

	private void read(JWK jwk, String id) {
		String algorithm = (jwk.getAlgorithm() != null) ? jwk.getAlgorithm().getName() : null;
		Set<KeyOperation> operations = jwk.getKeyOperations();
		boolean verifies = operations == null || operations.contains(KeyOperation.VERIFY);
		boolean signs = jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse());
		if (!signs || !verifies) {
			add(Level.NOTE, "not-for-signatures", id, "dropped: use or key_ops say it verifies no signatures");
		}
		else if (jwk.getKeyRevocation() != null) {
			add(Level.WARNING, "revoked", id, "dropped: the issuer says it is revoked");
		}
		else if (algorithm != null && !SignatureAlgorithms.ALL.contains(algorithm)) {
			add(Level.NOTE, "other-algorithm", id,
					"dropped: it is for " + Locations.printable(algorithm) + ", which signs no token that is accepted");
		}
		else if (isStrong(jwk, id) && isOfKnownCurve(jwk, id)) {
			accept(jwk, id, algorithm);
		}
	}

	private boolean isStrong(JWK jwk, String id) {
		if (!(jwk instanceof RSAKey rsa)) {
			return true;
		}
		BigInteger exponent = rsa.getPublicExponent().decodeToBigInteger();
		int size = rsa.getModulus().decodeToBigInteger().bitLength();
		if (size < SMALLEST_RSA) {
			add(Level.ERROR, "rsa-small", id,
					"dropped: RSA with " + size + " bits, at least " + SMALLEST_RSA + " are needed");
			return false;
		}
		if (!exponent.testBit(0) || exponent.equals(BigInteger.ONE)) {
			add(Level.ERROR, "rsa-exponent", id, "dropped: the RSA exponent is 1 or even, so anybody could sign");
			return false;
		}
		return true;
	}

	private boolean isOfKnownCurve(JWK jwk, String id) {
		boolean known = jwk instanceof RSAKey || (jwk instanceof ECKey ec && EC_ALGORITHMS.containsKey(ec.getCurve()))
				|| (jwk instanceof OctetKeyPair edwards && Curve.Ed25519.equals(edwards.getCurve()));
		if (!known) {
			add(Level.WARNING, "unknown-kind", id, "dropped: crv is none of P-256, P-384, P-521 and Ed25519");
		}
		return known;
	}

	private void accept(JWK jwk, String id, @Nullable String algorithm) {
		PublicKey key = PublicKeys.of(jwk);
		if (key == null || (algorithm != null && !fits(jwk, algorithm))) {
			add(Level.WARNING, "malformed", id,
					(key == null) ? "dropped: not well-formed" : "dropped: its kind does not fit its alg");
			return;
		}
		// EdDSA and Ed25519 are two names for what such a key does (RFC 9864)
		VerificationKey read = new VerificationKey(jwk.getKeyID(), (jwk instanceof OctetKeyPair) ? null : algorithm,
				key);
		if (this.keys.stream().noneMatch((other) -> sameKey(read, other) && sameUse(read, other))) {
			this.keys.add(read);
		}
	}

	private static boolean fits(JWK jwk, String algorithm) {
		if (jwk instanceof ECKey ec) {
			return algorithm.equals(EC_ALGORITHMS.get(ec.getCurve()));
		}
		boolean rsa = algorithm.startsWith("RS") || algorithm.startsWith("PS");
		return rsa == KeyType.RSA.equals(jwk.getKeyType()) && !algorithm.startsWith("ES");
	}

	/**
	 * With two keys of one id nobody knows which of them the issuer means, so neither
	 * does.
	 */
	private void dropAmbiguous() {
		List<VerificationKey> ambiguous = new ArrayList<>();
		for (VerificationKey one : this.keys) {
			for (VerificationKey other : this.keys) {
				if (one.id() != null && one.id().equals(other.id()) && !sameKey(one, other)) {
					ambiguous.add(one);
				}
			}
		}
		ambiguous.stream()
			.map(VerificationKey::id)
			.filter(Objects::nonNull)
			.distinct()
			.forEach((id) -> add(Level.ERROR, "duplicate-id", Locations.printable(id),
					"dropped: several different keys have this kid"));
		this.keys.removeAll(ambiguous);
	}

	private void compare() {
		if (this.keys.size() > 1 && this.keys.stream().anyMatch((key) -> key.id() == null)) {
			add(Level.WARNING, "no-id", "*",
					"one of several keys has no kid, so tokens cannot say which one they were signed with");
		}
		boolean secret = this.findings.stream().anyMatch((finding) -> finding.code().equals("symmetric"));
		if (secret && !this.keys.isEmpty()) {
			add(Level.ERROR, "mixed", "*",
					"symmetric keys beside asymmetric ones; a service that takes either can be fooled by its own keys");
		}
	}

	private void add(Level level, String code, String key, String message) {
		this.findings.add(new KeyFinding(level, code, key, message));
	}

	/**
	 * Return whether both sets have the same keys, in whatever order.
	 */
	static boolean sameKeys(List<VerificationKey> one, List<VerificationKey> other) {
		return one.size() == other.size() && one.stream()
			.allMatch((key) -> other.stream().anyMatch((known) -> sameKey(key, known) && sameUse(key, known)));
	}

	private static boolean sameUse(VerificationKey one, VerificationKey other) {
		return Objects.equals(one.id(), other.id()) && Objects.equals(one.algorithm(), other.algorithm());
	}

	private static boolean sameKey(VerificationKey one, VerificationKey other) {
		return Arrays.equals(one.key().getEncoded(), other.key().getEncoded());
	}

	/**
	 * What came of reading a key set.
	 *
	 * @param keys the keys that do
	 * @param findings what is to be said about them and the others
	 */
	record Linted(List<VerificationKey> keys, List<KeyFinding> findings) {

	}

}
