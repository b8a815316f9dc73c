package io.zerotrust.spring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where addresses lie.
 *
 * @param asnDatabase Path of a file in MaxMind's format that tells the autonomous system
 * of addresses, GeoLite2-ASN.mmdb for example.
 * @param locationDatabase Path of a file in MaxMind's format that tells the country of
 * addresses and, if it has them, coordinates, GeoLite2-City.mmdb for example.
 * @param reloadEvery How often it is looked whether a file has changed, from 1s to 1d.
 * @param hostingAsns Numbers of autonomous systems of servers, from which people seldom
 * come, 64496 or AS64496.
 * @param vpnAsns Numbers of autonomous systems that people borrow addresses of.
 */
record OriginProperties(@Nullable String asnDatabase, @Nullable String locationDatabase,
		@DefaultValue("1m") Duration reloadEvery, @DefaultValue List<String> hostingAsns,
		@DefaultValue List<String> vpnAsns) {

}
