package io.zerotrust.token.keys.remote;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * Gets JSON documents. No cookies, no credentials, no redirects to another origin, no
 * more bytes than agreed. How long it may take is for whoever asks to say.
 */
final class Documents {

	private static final int MOST_REDIRECTS = 3;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private final HttpClient client;

	private final int maxSize;

	/**
	 * Create the way to documents.
	 * @param ssl whom to trust, or {@code null} for whom the JDK trusts
	 * @param connectTimeout how long a connection may take
	 * @param maxSize the largest document, in bytes
	 * @param executor runs what connections need
	 */
	Documents(@Nullable SSLContext ssl, Duration connectTimeout, int maxSize, Executor executor) {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(connectTimeout)
			.executor(executor);
		if (ssl != null) {
			builder.sslContext(ssl);
		}
		this.client = builder.build();
		this.maxSize = maxSize;
	}

	/**
	 * Get a document.
	 * @param location a location that may be asked
	 * @param accept the media types wanted
	 * @param cancellation ends the exchange
	 * @return the members of the document, or a {@link FetchFailure}
	 */
	CompletableFuture<Map<String, Object>> get(URI location, String accept, Cancellation cancellation) {
		return get(location, accept, cancellation, MOST_REDIRECTS);
	}

	private CompletableFuture<Map<String, Object>> get(URI location, String accept, Cancellation cancellation,
			int redirects) {
		HttpRequest request = HttpRequest.newBuilder(location).header("Accept", accept).build();
		CompletableFuture<HttpResponse<byte[]>> exchange = this.client.sendAsync(request,
				(info) -> body(info, Locations.show(location)));
		cancellation.running(exchange);
		return exchange
			.handle((response, failure) -> (failure != null)
					? CompletableFuture
						.<Map<String, Object>>failedFuture(FetchFailure.of(failure, Locations.show(location)))
					: read(response, location, accept, cancellation, redirects))
			.thenCompose((document) -> document);
	}

	private CompletableFuture<Map<String, Object>> read(HttpResponse<byte[]> response, URI location, String accept,
			Cancellation cancellation, int redirects) {
		if (!REDIRECTS.contains(response.statusCode())) {
			return CompletableFuture.completedFuture(parse(response.body(), Locations.show(location)));
		}
		String shown = Locations.show(location);
		if (redirects == 0) {
			throw refused(shown + " redirects more than " + MOST_REDIRECTS + " times");
		}
		String target = response.headers().firstValue("Location").orElse("");
		URI next;
		try {
			next = location.resolve(target);
		}
		catch (IllegalArgumentException ex) {
			throw refused(shown + " redirects to " + Locations.quoted(target) + ", which is no URL");
		}
		if (target.isBlank() || next.getScheme() == null || next.getHost() == null || next.getRawUserInfo() != null
				|| !Locations.sameOrigin(location, next)) {
			throw refused(shown + " redirects to " + Locations.quoted(target)
					+ ", and only redirects to the same scheme, host and port are followed");
		}
		return get(next, accept, cancellation, redirects - 1);
	}

	private BodySubscriber<byte[]> body(ResponseInfo info, String location) {
		if (REDIRECTS.contains(info.statusCode())) {
			return Body.unread();
		}
		FetchFailure failure = failure(info, location);
		return (failure != null) ? Body.refused(failure)
				: Body.upTo(this.maxSize, () -> answer(location + " sends more than " + this.maxSize + " bytes"));
	}

	private @Nullable FetchFailure failure(ResponseInfo info, String location) {
		if (info.statusCode() != 200) {
			return answer(location + " answers with status " + info.statusCode());
		}
		String type = info.headers().firstValue("Content-Type").orElse("");
		if (!isJson(type)) {
			String html = type.toLowerCase(Locale.ROOT).startsWith("text/html")
					? ": it seems to be a page, that of a login or of a proxy perhaps" : "";
			return answer(location + " answers with "
					+ (type.isBlank() ? "no content type" : "content type " + Locations.quoted(type))
					+ " where application/json or application/jwk-set+json is expected" + html);
		}
		String encoding = info.headers().firstValue("Content-Encoding").orElse("identity");
		if (!encoding.equalsIgnoreCase("identity")) {
			return answer(location + " answers with content encoding " + Locations.quoted(encoding)
					+ ", which was not asked for");
		}
		if (info.headers().firstValueAsLong("Content-Length").orElse(0) > this.maxSize) {
			return answer(location + " sends more than " + this.maxSize + " bytes");
		}
		return null;
	}

	static boolean isJson(String contentType) {
		int end = contentType.indexOf(';');
		String type = ((end >= 0) ? contentType.substring(0, end) : contentType).strip().toLowerCase(Locale.ROOT);
		return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
	}

	private static Map<String, Object> parse(byte[] body, String location) {
		Map<String, Object> document = null;
		String text = new String(body, StandardCharsets.UTF_8).strip();
		try {
			// Nimbus takes an array of pairs for an object too
			document = text.startsWith("{") ? JSONObjectUtils.parse(text) : null;
		}
		catch (ParseException ex) {
			// as if it were none
		}
		if (document == null) {
			throw answer(location + " sends " + ((body.length > 0) ? "what is no JSON object" : "nothing"));
		}
		return document;
	}

	private static FetchFailure answer(String message) {
		return new FetchFailure(FetchOutcome.ANSWER, message);
	}

	private static FetchFailure refused(String message) {
		return new FetchFailure(FetchOutcome.LOCATION, message);
	}

}
