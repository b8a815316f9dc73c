package io.zerotrust.samples.gateway;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import com.nimbusds.jose.jwk.RSAKey;

import io.zerotrust.samples.client.ApiClient;
import io.zerotrust.samples.client.BoundToken;
import io.zerotrust.samples.client.GoodTokens;
import io.zerotrust.samples.client.HostileTokens;
import io.zerotrust.samples.client.HttpExchange;
import io.zerotrust.samples.client.IssuerClient;
import io.zerotrust.samples.client.Prover;
import io.zerotrust.samples.client.TokenSigner;

/**
 * Sends requests through the gateway and around it.
 */
final class GatewayTour {

	private final HttpExchange http = new HttpExchange();

	private final URI issuer;

	private final RSAKey key;

	private final URI gateway;

	private final URI service;

	/**
	 * Create the tour.
	 * @param issuer the address of the issuer
	 * @param key the issuer's key, to sign what the issuer would not
	 * @param gateway the address of the gateway
	 * @param service the address of the service behind it
	 */
	GatewayTour(URI issuer, RSAKey key, URI gateway, URI service) {
		this.issuer = issuer;
		this.key = key;
		this.gateway = gateway;
		this.service = service;
	}

	/**
	 * Return who is where.
	 */
	String places() {
		return "The gateway: " + this.gateway + ", the orders API behind it: " + this.service + ", their issuer: "
				+ this.issuer;
	}

	/**
	 * Go.
	 * @return what was answered, in the order of the requests
	 */
	List<Row> take() {
		ApiClient through = new ApiClient(this.http, this.gateway);
		ApiClient around = new ApiClient(this.http, this.service);
		return itinerary().stops()
			.stream()
			.map((stop) -> new Row(stop, ((stop.way() == Way.GATEWAY) ? through : around).send(stop.call())))
			.toList();
	}

	private Itinerary itinerary() {
		IssuerClient tokens = new IssuerClient(this.http, this.issuer);
		Prover prover = new Prover();
		String bound = tokens.boundToken("orders-reader", "orders:read", prover);
		return new Itinerary(GoodTokens.from(tokens),
				new HostileTokens(new TokenSigner(this.key), this.issuer.toString(), Clock.systemUTC().instant()),
				new BoundToken(bound, prover, this.gateway), new BoundToken(bound, prover, this.service));
	}

}
