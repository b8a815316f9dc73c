package io.zerotrust.spring.token;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import io.zerotrust.spring.token.TokenIssuer.Introspection;
import io.zerotrust.token.jose.JsonText;
import io.zerotrust.token.jose.MalformedJwsException;

/**
 * Asks an issuer about tokens (RFC 7662, section 2): follows nobody elsewhere, waits so
 * long and no longer, and reads so much and no more.
 *
 * @since 0.1.0
 */
public final class IntrospectionClient {

	private static final int MOST_BYTES = 65_536;

	private final RestClient client;

	private final Introspection introspection;

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
		HttpClient http = HttpClient.newBuilder()
			.connectTimeout(timeout)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
		requests.setReadTimeout(timeout);
		this.client = RestClient.builder().requestFactory(requests).build();
		this.introspection = introspection;
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
	 * @return what the issuer says of it
	 * @throws OAuth2IntrospectionException if it says nothing that can be believed
	 */
	Map<String, Object> ask(String token) {
		String form = "token=" + encode(token) + "&token_type_hint=access_token";
		try {
			return Objects.requireNonNull(this.client.post()
				.uri(URI.create(this.introspection.uri()))
				.header("Authorization", this.authorization)
				.accept(this.accepted)
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.body(form.getBytes(StandardCharsets.US_ASCII))
				.exchange((request, response) -> read(response)));
		}
		catch (RestClientException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw unusable("no answer, " + cause.getClass().getSimpleName());
		}
		catch (IllegalArgumentException ex) {
			throw unusable(String.valueOf(ex.getMessage()));
		}
	}

	private Map<String, Object> read(ClientHttpResponse response) throws IOException {
		int status = response.getStatusCode().value();
		if (status != 200) {
			throw new IllegalArgumentException("status " + status);
		}
		if (!this.accepted.equalsTypeAndSubtype(contentType(response))) {
			throw new IllegalArgumentException("not " + this.accepted);
		}
		byte[] body = response.getBody().readNBytes(MOST_BYTES + 1);
		if (body.length > MOST_BYTES) {
			throw new IllegalArgumentException("longer than " + MOST_BYTES + " bytes");
		}
		return (this.signed != null) ? this.signed.read(new String(body, StandardCharsets.US_ASCII), MOST_BYTES)
				: members(body);
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

	private static @Nullable MediaType contentType(ClientHttpResponse response) {
		try {
			return response.getHeaders().getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
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
