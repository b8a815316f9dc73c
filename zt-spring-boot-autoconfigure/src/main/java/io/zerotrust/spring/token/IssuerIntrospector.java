package io.zerotrust.spring.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
		return ((known != null) ? known : await(bounded(key, token))).orThrow();
	}

	/**
	 * Introspect a token without waiting.
	 * @param token the token
	 * @return whom it was issued to; a {@link RefusedOpaqueTokenException} if it does not
	 * do, or an {@link OAuth2IntrospectionException} if the issuer says nothing that can
	 * be believed
	 */
	public CompletionStage<OAuth2AuthenticatedPrincipal> introspection(String token) {
		TokenDigest key = TokenDigest.of(token);
		Answer known = this.cache.find(key);
		return ((known != null) ? CompletableFuture.completedFuture(known) : bounded(key, token))
			.thenApply(Answer::orThrow);
	}

	/**
	 * Whoever invents tokens makes requests wait; while the issuer hangs he must not make
	 * all of them.
	 */
	private CompletableFuture<Answer> bounded(TokenDigest key, String token) {
		if (!this.places.tryAcquire()) {
			return CompletableFuture.failedFuture(this.client.unusable("enough requests wait for it"));
		}
		return shared(key, token).whenComplete((answer, failure) -> this.places.release());
	}

	private CompletableFuture<Answer> shared(TokenDigest key, String token) {
		CompletableFuture<Answer> mine = new CompletableFuture<>();
		CompletableFuture<Answer> others = this.underWay.putIfAbsent(key, mine);
		if (others != null) {
			return others;
		}
		// whoever asked before may just have finished
		Answer known = this.cache.find(key);
		((known != null) ? CompletableFuture.completedStage(known) : ask(key, token))
			.whenComplete((answer, failure) -> {
				// who asks from now on is not told what came of this call
				this.underWay.remove(key, mine);
				if (failure == null) {
					mine.complete(answer);
				}
				else {
					mine.completeExceptionally(Deadline.cause(failure));
				}
			});
		return mine;
	}

	private Answer await(CompletableFuture<Answer> answer) {
		try {
			return answer.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.client.unusable("interrupted");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof OAuth2IntrospectionException unusable) ? unusable
					: this.client.unusable("the call failed");
		}
		catch (TimeoutException ex) {
			throw this.client.unusable("no answer in time");
		}
	}

	private CompletionStage<Answer> ask(TokenDigest key, String token) {
		Instant asked = this.clock.instant();
		long start = System.nanoTime();
		return this.client.ask(token).thenApply((members) -> {
			Answer answer = IntrospectionResponse.read(members, this.issuer.issuer());
			this.cache.keep(key, answer, asked);
			tell((answer.principal() != null) ? Outcome.ACTIVE : Outcome.INACTIVE, start, null);
			return answer;
		}).exceptionallyCompose((failure) -> {
			OAuth2IntrospectionException unusable = unusable(Deadline.cause(failure));
			tell(Outcome.FAILED, start, unusable.getMessage());
			return CompletableFuture.failedFuture(unusable);
		});
	}

	private OAuth2IntrospectionException unusable(Throwable cause) {
		return (cause instanceof OAuth2IntrospectionException unusable) ? unusable
				: this.client.unusable(String.valueOf(cause.getMessage()));
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
