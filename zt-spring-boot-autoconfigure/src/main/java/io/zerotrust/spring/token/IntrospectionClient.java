package io.zerotrust.spring.token;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;

import io.zerotrust.spring.token.TokenIssuer.Introspection;
import io.zerotrust.token.jose.JsonText;
import io.zerotrust.token.jose.MalformedJwsException;
import io.zerotrust.token.keys.remote.Body;

/**
 * Asks an issuer about tokens (RFC 7662, section 2): follows nobody elsewhere, waits so
 * long and no longer, and reads so much and no more. No thread waits for the answer.
 *
 * @since 0.1.0
 */
public final class IntrospectionClient {

	private static final int MOST_BYTES = 65_536;

	private static final int DEEPEST = 8;

	private final HttpClient http;

	private final Introspection introspection;

	private final Duration timeout;

	private final String authorization;

	private final @Nullable SignedAnswers signed;

	private final MediaType accepted;

	/**
	 * Create the client.
	 * @param introspection where and as whom to ask
	 * @param timeout how long an answer may take, to its last byte
	 * @param signed reads answers that must be signed, or {@code null} if they are plain
	 * JSON
	 */
	public IntrospectionClient(Introspection introspection, Duration timeout, @Nullable SignedAnswers signed) {
		this.http = HttpClient.newBuilder().connectTimeout(timeout).followRedirects(HttpClient.Redirect.NEVER).build();
		this.introspection = introspection;
		this.timeout = timeout;
		// RFC 6749 section 2.3.1: encoded before they are joined by the colon
		String credentials = encode(introspection.clientId()) + ':' + encode(introspection.clientSecret());
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
		this.signed = signed;
		this.accepted = (signed != null) ? new MediaType("application", SignedAnswers.TYPE)
				: MediaType.APPLICATION_JSON;
	}

	/**
	 * Ask about a token.
	 * @param token the token
	 * @return what the issuer says of it, or an {@link OAuth2IntrospectionException} if
	 * it says nothing that can be believed
	 */
	CompletionStage<Map<String, Object>> ask(String token) {
		CompletableFuture<HttpResponse<byte[]>> exchange;
		try {
			exchange = this.http.sendAsync(request(token), this::body);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(told(ex));
		}
		return Deadline.of(exchange, this.timeout)
			.whenComplete((done, failure) -> exchange.cancel(true))
			.thenCompose((response) -> read(response.body()))
			.exceptionallyCompose((failure) -> CompletableFuture.failedFuture(told(failure)));
	}

	private HttpRequest request(String token) {
		String form = "token=" + encode(token) + "&token_type_hint=access_token";
		return HttpRequest.newBuilder(URI.create(this.introspection.uri()))
			.header("Authorization", this.authorization)
			.header("Accept", this.accepted.toString())
			.header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
			.POST(BodyPublishers.ofString(form, StandardCharsets.US_ASCII))
			.build();
	}

	private BodySubscriber<byte[]> body(ResponseInfo response) {
		if (response.statusCode() != 200) {
			return Body.refused(unusable("status " + response.statusCode()));
		}
		if (!this.accepted.equalsTypeAndSubtype(contentType(response))) {
			return Body.refused(unusable("not " + this.accepted));
		}
		return Body.upTo(MOST_BYTES, () -> unusable("longer than " + MOST_BYTES + " bytes"));
	}

	private CompletionStage<Map<String, Object>> read(byte[] body) {
		return (this.signed != null) ? this.signed.read(new String(body, StandardCharsets.US_ASCII), MOST_BYTES)
				: CompletableFuture.completedStage(members(body));
	}

	/**
	 * Read an answer that leaves no choice how to read it; what is null is not there.
	 */
	private static Map<String, Object> members(byte[] body) {
		try {
			Map<String, Object> members = new HashMap<>(JsonText.read(body));
			members.values().removeIf(Objects::isNull);
			return members;
		}
		catch (MalformedJwsException ex) {
			throw new IllegalArgumentException(ex.getMessage());
		}
	}

	private static @Nullable MediaType contentType(ResponseInfo response) {
		try {
			return response.headers().firstValue("Content-Type").map(MediaType::parseMediaType).orElse(null);
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

	private OAuth2IntrospectionException told(Throwable failure) {
		Throwable cause = Deadline.cause(failure);
		Throwable known = cause;
		for (int depth = 0; depth < DEEPEST && known != null; depth++) {
			if (known instanceof OAuth2IntrospectionException unusable) {
				return unusable;
			}
			known = known.getCause();
		}
		return unusable((cause instanceof IllegalArgumentException) ? String.valueOf(cause.getMessage())
				: "no answer, " + cause.getClass().getSimpleName());
	}

	OAuth2IntrospectionException unusable(String problem) {
		return new OAuth2IntrospectionException("introspection at " + this.introspection.uri() + ": " + problem);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "IntrospectionClient[" + this.introspection + "]";
	}

}
