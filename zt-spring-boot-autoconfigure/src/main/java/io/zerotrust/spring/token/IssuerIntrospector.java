package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

import io.zerotrust.access.Claims;
import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.spring.token.IntrospectionListener.Outcome;
import io.zerotrust.token.TrustedIssuer;
import io.zerotrust.token.revocation.Revocation;
import io.zerotrust.token.revocation.RevocationListener;

/**
 * Introspects opaque tokens at one issuer and believes its answers for a short while.
 * Requests with the same token share one call. What is in the answer beside
 * {@code active} is held against the rules by the checks, as with any token.
 *
 * @since 0.1.0
 */
public final class IssuerIntrospector implements OpaqueTokenIntrospector, RevocationListener {

	private final TrustedIssuer issuer;

	private final IntrospectionClient client;

	private final IntrospectionListener listener;

	private final AnswerCache cache;

	private final Clock clock;

	private final Duration patience;

	private final Semaphore places;

	private final Map<TokenDigest, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();

	/**
	 * Create the introspector.
	 * @param issuer the issuer that is asked
	 * @param client asks it
	 * @param limits how long answers are believed
	 * @param clock tells how long
	 * @param listener is told of each call
	 */
	public IssuerIntrospector(TrustedIssuer issuer, IntrospectionClient client, IntrospectionLimits limits, Clock clock,
			IntrospectionListener listener) {
		this.issuer = issuer;
		this.client = client;
		this.listener = listener;
		this.cache = new AnswerCache(limits, clock);
		this.clock = clock;
		this.places = new Semaphore(limits.waiting());
		// who asks may also wait for keys
		this.patience = limits.timeout().multipliedBy(2).plusSeconds(1);
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		TokenDigest key = TokenDigest.of(token);
		Answer known = this.cache.find(key);
		return ((known != null) ? known : bounded(key, token)).orThrow();
	}

	/**
	 * Whoever invents tokens makes requests wait; while the issuer hangs he must not make
	 * all of them.
	 */
	private Answer bounded(TokenDigest key, String token) {
		if (!this.places.tryAcquire()) {
			throw this.client.unusable("enough requests wait for it");
		}
		try {
			return shared(key, token);
		}
		finally {
			this.places.release();
		}
	}

	private Answer shared(TokenDigest key, String token) {
		CompletableFuture<Answer> mine = new CompletableFuture<>();
		CompletableFuture<Answer> others = this.underWay.putIfAbsent(key, mine);
		if (others != null) {
			return await(others);
		}
		try {
			// whoever asked before may just have finished
			Answer known = this.cache.find(key);
			Answer answer = (known != null) ? known : ask(key, token);
			mine.complete(answer);
			return answer;
		}
		finally {
			mine.completeExceptionally(new IllegalStateException("the call failed"));
			this.underWay.remove(key, mine);
		}
	}

	private Answer await(CompletableFuture<Answer> others) {
		try {
			return others.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.client.unusable("interrupted");
		}
		catch (ExecutionException | TimeoutException ex) {
			throw this.client.unusable("the call for another request failed");
		}
	}

	private Answer ask(TokenDigest key, String token) {
		Instant asked = this.clock.instant();
		long start = System.nanoTime();
		try {
			Answer answer = IntrospectionResponse.read(this.client.ask(token), this.issuer.issuer());
			this.cache.keep(key, answer, asked);
			tell((answer.principal() != null) ? Outcome.ACTIVE : Outcome.INACTIVE, start, null);
			return answer;
		}
		catch (OAuth2IntrospectionException ex) {
			tell(Outcome.FAILED, start, ex.getMessage());
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			OAuth2IntrospectionException failure = this.client.unusable(String.valueOf(ex.getMessage()));
			tell(Outcome.FAILED, start, failure.getMessage());
			throw failure;
		}
	}

	private void tell(Outcome outcome, long start, @Nullable String problem) {
		this.listener.asked(outcome, Duration.ofNanos(System.nanoTime() - start), problem);
	}

	@Override
	public void revoked(Revocation revocation) {
		this.cache.drop((principal) -> {
			Credential credential = new Credential(CredentialKind.OPAQUE_TOKEN, Claims.none(),
					Claims.of(principal.getAttributes()), this.issuer.layout());
			return revocation.covers(this.issuer.layout().subject(credential, Set.of()));
		});
	}

	/**
	 * Return how many active tokens are believed.
	 * @return the number of answers kept
	 */
	public int keptActive() {
		return this.cache.activeSize();
	}

	/**
	 * Return how many tokens are known not to be active.
	 * @return the number of answers kept
	 */
	public int keptInactive() {
		return this.cache.inactiveSize();
	}

}
