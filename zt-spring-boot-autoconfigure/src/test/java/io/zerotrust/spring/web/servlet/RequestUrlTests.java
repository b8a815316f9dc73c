package io.zerotrust.spring.web.servlet;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import io.zerotrust.risk.Network;
import io.zerotrust.spring.web.ClientAddressSource;
import io.zerotrust.spring.web.ClientAddresses;

import static org.assertj.core.api.Assertions.assertThat;

class RequestUrlTests {

	// a proof made for another service must not fit by naming that service as the host
	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "api.example.com.evil.example", "localhost" })
	@Tag("D7")
	void ofWhenIdentifierIsKnownThenHostOfTheRequestDoesNotCount(String host) {
		MockHttpServletRequest request = request("/orders/1");
		request.setServerName(host);
		request.addHeader("X-Forwarded-Host", "evil.example");
		request.addHeader("X-Forwarded-Proto", "http");
		assertThat(url("https://api.example.com", ClientAddressSource.X_FORWARDED_FOR).of(request))
			.isEqualTo("https://api.example.com/orders/1");
	}

	@ParameterizedTest
	@CsvSource({ "https://api.example.com/shop, /orders, https://api.example.com/shop/orders",
			"https://api.example.com/shop/, /orders, https://api.example.com/shop/orders",
			"https://api.example.com/shop, /shop/orders, https://api.example.com/shop/orders",
			"https://api.example.com/shop, /shop, https://api.example.com/shop",
			"https://api.example.com/shop, /shopping, https://api.example.com/shop/shopping",
			"https://api.example.com:8443, /orders, https://api.example.com:8443/orders",
			"https://api.example.com/, /orders, https://api.example.com/orders" })
	void ofWhenIdentifierHasPathThenItStandsInFrontOnce(String identifier, String path, String expected) {
		assertThat(url(identifier, ClientAddressSource.PEER).of(request(path))).isEqualTo(expected);
	}

	@Test
	@Tag("D7")
	void ofWhenAskedThenPathIsAsItCameAndQueryIsNotThere() {
		MockHttpServletRequest request = request("/a%2Fb/%C3%A4;x=1//c");
		request.setQueryString("q=1");
		assertThat(url("https://api.example.com", ClientAddressSource.PEER).of(request))
			.isEqualTo("https://api.example.com/a%2Fb/%C3%A4;x=1//c");
		assertThat(url(null, ClientAddressSource.PEER).of(request))
			.isEqualTo("http://localhost:8080/a%2Fb/%C3%A4;x=1//c");
	}

	@Test
	void ofWhenProxyIsTrustedThenItsHeadersCount() {
		MockHttpServletRequest request = request("/orders");
		request.addHeader("X-Forwarded-Proto", "https");
		request.addHeader("X-Forwarded-Host", "API.example.com");
		request.addHeader("X-Forwarded-Prefix", "/shop/");
		assertThat(url(null, ClientAddressSource.X_FORWARDED_FOR).of(request))
			.isEqualTo("https://api.example.com/shop/orders");
		request.addHeader("X-Forwarded-Port", "8443");
		assertThat(url(null, ClientAddressSource.X_FORWARDED_FOR).of(request))
			.isEqualTo("https://api.example.com:8443/shop/orders");
	}

	// what stands left of the last entry the caller may have written
	@Test
	void ofWhenSeveralEntriesThenTheLastCounts() {
		MockHttpServletRequest request = request("/orders");
		request.addHeader("X-Forwarded-Proto", "http, https");
		request.addHeader("X-Forwarded-Host", "evil.example");
		request.addHeader("X-Forwarded-Host", "evil.example, api.example.com");
		assertThat(url(null, ClientAddressSource.X_FORWARDED_FOR).of(request))
			.isEqualTo("https://api.example.com/orders");
		MockHttpServletRequest standard = request("/orders");
		standard.addHeader("Forwarded", "for=1.2.3.4;host=evil.example;proto=http");
		standard.addHeader("Forwarded",
				"host=evil.example;proto=http, for=1.2.3.4; Host=\"api.example.com:8443\" ;proto=https");
		assertThat(url(null, ClientAddressSource.FORWARDED).of(standard))
			.isEqualTo("https://api.example.com:8443/orders");
	}

	@ParameterizedTest
	@CsvSource({ "PEER, 10.0.0.1", "CONTAINER, 10.0.0.1", "FORWARDED, 10.0.0.1", "X_FORWARDED_FOR, 203.0.113.9" })
	void ofWhenNobodyTrustedSaysSoThenHeadersDoNotCount(ClientAddressSource source, String peer) {
		MockHttpServletRequest request = request("/orders");
		request.setRemoteAddr(peer);
		request.addHeader("X-Forwarded-Proto", "https");
		request.addHeader("X-Forwarded-Host", "evil.example");
		assertThat(url(null, source).of(request)).isEqualTo("http://localhost:8080/orders");
	}

	@ParameterizedTest
	@CsvSource({ "ftp, api.example.com", "https, api.example.com/x", "https, user@api.example.com", "https, a b",
			"https, ' '", "javascript, api.example.com", "https, api.example.com?x", "https, api#x", "https, [",
			"https, ]", "https, [::1", "https, [::::1::]", "https, api:x", "https, api:99999", "https, api:1:2",
			"https, ':8443'" })
	void ofWhenHeadersAreGarbageThenAsTheContainerSays(String proto, String host) {
		MockHttpServletRequest request = request("/orders");
		request.addHeader("X-Forwarded-Proto", proto);
		request.addHeader("X-Forwarded-Host", host);
		assertThat(url(null, ClientAddressSource.X_FORWARDED_FOR).of(request))
			.isEqualTo("http://localhost:8080/orders");
	}

	// many proxies hand on a prefix they did not write
	@ParameterizedTest
	@ValueSource(strings = { "/shop?", "/shop#", "/shop/..", "/..", "/./shop", "/shop/%2e%2E", "//evil", "/a b",
			"/sh\u00f6p", "/shop;x=1", "/shop\\", "/%" })
	void ofWhenPrefixIsNoPlainPathThenAsTheContainerSays(String prefix) {
		MockHttpServletRequest request = request("/orders");
		request.addHeader("X-Forwarded-Proto", "https");
		request.addHeader("X-Forwarded-Host", "api.example.com");
		request.addHeader("X-Forwarded-Prefix", prefix);
		assertThat(url(null, ClientAddressSource.X_FORWARDED_FOR).of(request))
			.isEqualTo("http://localhost:8080/orders");
	}

	// Spring's filter believes anybody
	@Test
	void ofWhenSomebodyRewritesTheRequestThenOnlyContainerBelievesIt() {
		HttpServletRequestWrapper rewritten = new HttpServletRequestWrapper(request("/orders")) {

			@Override
			public String getServerName() {
				return "evil.example";
			}

			@Override
			public int getServerPort() {
				return 80;
			}

		};
		assertThat(url(null, ClientAddressSource.PEER).of(rewritten)).isEqualTo("http://localhost:8080/orders");
		assertThat(url(null, ClientAddressSource.X_FORWARDED_FOR).of(rewritten))
			.isEqualTo("http://localhost:8080/orders");
		assertThat(url(null, ClientAddressSource.CONTAINER).of(rewritten)).isEqualTo("http://evil.example/orders");
	}

	private static MockHttpServletRequest request(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setRemoteAddr("10.0.0.1");
		request.setServerPort(8080);
		return request;
	}

	private static RequestUrl url(@Nullable String identifier, ClientAddressSource source) {
		return new RequestUrl((identifier != null) ? URI.create(identifier) : null,
				new RequestAddress(new ClientAddresses(source, List.of(Network.parse("10.0.0.0/8")))));
	}

}
