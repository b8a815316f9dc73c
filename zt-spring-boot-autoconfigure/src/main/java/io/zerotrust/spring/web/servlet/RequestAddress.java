package io.zerotrust.spring.web.servlet;

import java.net.InetAddress;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.filter.ForwardedHeaderFilter;

import io.zerotrust.spring.web.ClientAddressSource;
import io.zerotrust.spring.web.ClientAddresses;
import io.zerotrust.spring.web.ForwardedUrl;

/**
 * Tells the address of a servlet request. Unless the operator trusts what others make of
 * it, it is read from the request as the container got it: a filter in between takes
 * headers away and puts an address of the caller's choice in their place.
 */
final class RequestAddress {

	private final ClientAddresses addresses;

	RequestAddress(ClientAddresses addresses) {
		this.addresses = addresses;
	}

	@Nullable InetAddress of(HttpServletRequest request) {
		HttpServletRequest asked = received(request);
		return this.addresses.of(asked.getRemoteAddr(), (name) -> lines(asked, name));
	}

	/**
	 * Return the request as far as the operator trusts what was made of it.
	 */
	HttpServletRequest received(HttpServletRequest request) {
		return (this.addresses.source() == ClientAddressSource.CONTAINER) ? request : unwrapped(request);
	}

	/**
	 * Return what a trusted proxy says about the URL it was asked for.
	 * @return scheme, host and prefix, or {@code null} if nobody trusted says so
	 */
	@Nullable ForwardedUrl forwardedUrl(HttpServletRequest request) {
		HttpServletRequest received = unwrapped(request);
		return this.addresses.isTrustedProxy(received.getRemoteAddr()) ? ForwardedUrl
			.read(this.addresses.source() == ClientAddressSource.FORWARDED, (name) -> lines(received, name)) : null;
	}

	/**
	 * Return the lines of a header that a trusted proxy sent.
	 * @return the lines; empty if somebody else sent them
	 */
	List<String> proxyLines(HttpServletRequest request, String name) {
		HttpServletRequest received = unwrapped(request);
		return this.addresses.isTrustedProxy(received.getRemoteAddr()) ? lines(received, name) : List.of();
	}

	private static HttpServletRequest unwrapped(HttpServletRequest request) {
		ServletRequest inner = request;
		while (inner instanceof ServletRequestWrapper wrapper) {
			inner = wrapper.getRequest();
		}
		return (inner instanceof HttpServletRequest http) ? http : request;
	}

	private static List<String> lines(HttpServletRequest request, String name) {
		Enumeration<String> lines = request.getHeaders(name);
		return (lines != null) ? Collections.list(lines) : List.of();
	}

	/**
	 * Whether Spring's filter for forwarded headers is registered, by whomever.
	 */
	static boolean isRewritten(ListableBeanFactory beans) {
		return beans.getBeanNamesForType(ForwardedHeaderFilter.class, true, false).length > 0
				|| beans.getBeansOfType(FilterRegistrationBean.class, true, false)
					.values()
					.stream()
					.anyMatch((registration) -> registration.getFilter() instanceof ForwardedHeaderFilter);
	}

}
