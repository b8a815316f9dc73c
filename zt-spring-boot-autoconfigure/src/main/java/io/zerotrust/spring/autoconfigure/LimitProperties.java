package io.zerotrust.spring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often callers may do what.
 *
 * @param address Limits of addresses: of an IPv4 address, of the first 64 bits of an IPv6
 * one.
 * @param subject Limits of subjects, each with the client it calls by and the actors that
 * act for it.
 * @param trackedCallers Number of callers each limit keeps apart; beyond it newcomers
 * share by the prefix of their address, 16 bits of IPv4, 32 of IPv6. One takes about 400
 * bytes.
 */
record LimitProperties(@DefaultValue Address address, @DefaultValue Subject subject,
		@DefaultValue("100000") int trackedCallers) {

	/**
	 * Limits of addresses.
	 *
	 * @param failures How often credentials that do not hold, and requests the firewall
	 * rejects, may come from an address.
	 * @param ignoreFailures Whether addresses may fail as often as they like. Whoever
	 * floods you with forged tokens then has each of them verified.
	 * @param requests How often requests may come from an address; without permits as
	 * often as they like.
	 */
	record Address(@DefaultValue Failures failures, @DefaultValue("false") boolean ignoreFailures,
			@DefaultValue Requests requests) {
	}

	/**
	 * Limits of subjects.
	 *
	 * @param requests How often a subject may ask; without permits as often as it likes.
	 */
	record Subject(@DefaultValue Requests requests) {
	}

	/**
	 * A limit of failures.
	 *
	 * @param permits Number of failures in a window, from 1 to 1000000000. A /48 of IPv6
	 * has 16 times as many.
	 * @param window Time in which failures come back, whole seconds up to a day.
	 */
	record Failures(@DefaultValue("100") long permits, @DefaultValue("1m") Duration window) {
	}

	/**
	 * A limit of requests.
	 *
	 * @param permits Number of requests in a window, from 1 to 1000000000; without it
	 * there is no limit. A /48 of IPv6 has 16 times as many as an address.
	 * @param window Time in which requests come back, whole seconds up to a day; 1m
	 * unless set.
	 */
	record Requests(@Nullable Long permits, @Nullable Duration window) {
	}

}
