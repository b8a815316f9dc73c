package io.zerotrust.token.keys.remote;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.JWK;

import io.zerotrust.MovableClock;
import io.zerotrust.token.keys.IssuerKeys;
import io.zerotrust.token.keys.KeySet;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * An issuer on a port that can be broken in every way, and what is fetched from it.
 */
final class BrokenIssuer implements AutoCloseable {

	static final Duration REFRESH = Duration.ofMinutes(5);

	static final Duration COOL_DOWN = Duration.ofSeconds(30);

	static final Duration STALE_LIMIT = Duration.ofHours(1);

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	static final Duration SHORT_TIMEOUT = Duration.ofMillis(400);

	static final int MAX_SIZE = 4096;

	final MovableClock clock = new MovableClock();

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().containerThreads(16));

	private KeyFetching fetching;

	private BrokenIssuer() {
		this.server.start();
		this.server.stubFor(any(urlPathMatching("/.*")).atPriority(10).willReturn(notFound()));
		this.fetching = new KeyFetching(List.of(), rules(Set.of(), TIMEOUT), null, this.clock);
	}

	/**
	 * An issuer whose keys are where the operator says.
	 */
	static BrokenIssuer withKeysAt(String path) {
		return withKeysAt(path, TIMEOUT);
	}

	static BrokenIssuer withKeysAt(String path, Duration timeout) {
		BrokenIssuer issuer = new BrokenIssuer();
		issuer.fetching = new KeyFetching(List.of(new KeySource("https://idp.example.com", issuer.url() + path)),
				rules(Set.of(), timeout), null, issuer.clock);
		return issuer;
	}

	/**
	 * An issuer whose metadata says where its keys are.
	 */
	static BrokenIssuer withMetadata(String path, String... allowedHosts) {
		BrokenIssuer issuer = new BrokenIssuer();
		issuer.fetching = new KeyFetching(List.of(new KeySource(issuer.url() + path, null)),
				rules(Set.of(allowedHosts), TIMEOUT), null, issuer.clock);
		return issuer;
	}

	private static KeyRules rules(Set<String> allowedHosts, Duration timeout) {
		return new KeyRules(REFRESH, COOL_DOWN, STALE_LIMIT, timeout, MAX_SIZE, allowedHosts, false);
	}

	String url() {
		return "http://localhost:" + this.server.port();
	}

	void answers(String path, ResponseDefinitionBuilder response) {
		this.server.stubFor(get(urlEqualTo(path)).willReturn(response));
	}

	void publishes(JWK... keys) {
		answers("/keys", okJson(TestKeys.published(keys)));
	}

	/**
	 * How often it was asked, for whatever.
	 */
	int asked() {
		return this.server.countRequestsMatching(anyRequestedFor(urlPathMatching("/.*")).build()).getCount();
	}

	int asked(String path) {
		return this.server.countRequestsMatching(anyRequestedFor(urlEqualTo(path)).build()).getCount();
	}

	KeyFetching fetching() {
		return this.fetching;
	}

	IssuerKeys keys() {
		IssuerKeys keys = this.fetching.ring().of(status().issuer());
		if (keys == null) {
			throw new IllegalStateException("no keys of " + status().issuer());
		}
		return keys;
	}

	KeyStatus status() {
		return this.fetching.status().get(0);
	}

	/**
	 * Fetch keys, whatever comes of it.
	 */
	KeyStatus fetch() {
		CompletionStage<KeySet> answer = keys().newerThan(keys().current());
		try {
			answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			// the status says it
		}
		catch (InterruptedException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
		return status();
	}

	/**
	 * Fetch keys that are there; under a short time-out a busy machine may need several
	 * attempts.
	 */
	KeyStatus fetchPublished() {
		for (int i = 0; i < 10 && fetch().state() != KeyStatus.State.UP; i++) {
			coolDown();
		}
		return status();
	}

	static <T> T answer(CompletionStage<T> answer) {
		try {
			return answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
		}
		catch (ExecutionException | InterruptedException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static CompletableFuture<KeySet> waiting(CompletionStage<KeySet> answer) {
		return answer.toCompletableFuture();
	}

	void coolDown() {
		this.clock.move(COOL_DOWN);
	}

	void stop() {
		this.server.stop();
	}

	@Override
	public void close() {
		this.fetching.close();
		this.server.stop();
	}

}
