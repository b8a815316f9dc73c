package io.zerotrust.samples.quickstart.tour;

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
 * Asks both APIs the same questions.
 */
public final class Tour {

	private final HttpExchange http = new HttpExchange();

	private final URI issuer;

	private final RSAKey key;

	private final HostileTokens hostile;

	private final URI api;

	private final URI plain;

	/**
	 * Create the tour.
	 * @param issuer the address of the issuer
	 * @param key the issuer's key, to sign what the issuer would not
	 * @param api the address of the API under zt
	 * @param plain the address of the API without
	 */
	public Tour(URI issuer, RSAKey key, URI api, URI plain) {
		this.issuer = issuer;
		this.key = key;
		this.hostile = new HostileTokens(new TokenSigner(key), issuer.toString(), Clock.systemUTC().instant());
		this.api = api;
		this.plain = plain;
	}

	/**
	 * Return who is where.
	 * @return a line of text
	 */
	public String places() {
		return "The orders API under zt: " + this.api + ", the same without: " + this.plain + ", their issuer: "
				+ this.issuer;
	}

	/**
	 * Go.
	 * @return what both answered, in the order of the requests
	 */
	public List<Row> take() {
		ApiClient guarded = new ApiClient(this.http, this.api);
		ApiClient unguarded = new ApiClient(this.http, this.plain);
		return new Itinerary(GoodTokens.from(client()), bound(), this.hostile).stops()
			.stream()
			.map((stop) -> new Row(stop.title(), stop.call().line(), guarded.send(stop.call()),
					unguarded.send(stop.call()), stop.why()))
			.toList();
	}

	/**
	 * Return commands to paste, with fresh tokens.
	 * @return lines of bash
	 */
	public String commands() {
		return Commands.of(this.api, this.issuer, GoodTokens.from(client()));
	}

	/**
	 * Return where the issuer is.
	 * @return its address
	 */
	public URI issuer() {
		return this.issuer;
	}

	/**
	 * Return the key of the issuer.
	 * @return the key
	 */
	public RSAKey key() {
		return this.key;
	}

	/**
	 * Return where the API without zt is.
	 * @return its address
	 */
	public URI plain() {
		return this.plain;
	}

	private BoundToken bound() {
		Prover prover = new Prover();
		return new BoundToken(client().boundToken("orders-reader", "orders:read", prover), prover, this.api);
	}

	private IssuerClient client() {
		return new IssuerClient(this.http, this.issuer);
	}

}
