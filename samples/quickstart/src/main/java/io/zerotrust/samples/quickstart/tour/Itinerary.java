package io.zerotrust.samples.quickstart.tour;

import java.util.List;
import java.util.stream.Stream;

import io.zerotrust.samples.client.BoundToken;
import io.zerotrust.samples.client.Call;
import io.zerotrust.samples.client.GoodTokens;
import io.zerotrust.samples.client.HostileTokens;

/**
 * Where the tour goes.
 */
final class Itinerary {

	private static final String ORDER = "{\"item\":\"tea\",\"quantity\":1}";

	private static final String PAYMENT = "{\"order\":\"1\",\"amount\":9.90}";

	private final GoodTokens good;

	private final BoundToken bound;

	private final HostileTokens hostile;

	Itinerary(GoodTokens good, BoundToken bound, HostileTokens hostile) {
		this.good = good;
		this.bound = bound;
		this.hostile = hostile;
	}

	List<Stop> stops() {
		return Stream.of(allowed(), tokens(), proofs(), rules(), stepUp(), paths()).flatMap(List::stream).toList();
	}

	private List<Stop> allowed() {
		return List.of(read("read an order", this.good.reader(), "the scope is there"),
				new Stop("place an order", Call.post("/orders", ORDER).bearer(this.good.app()), "the scope is there"),
				new Stop("cancel an order as admin", Call.delete("/orders/2").bearer(this.good.admin()),
						"the role is there"),
				new Stop("who am I", Call.get("/me").bearer(this.good.reader()), "any accepted token will do"),
				new Stop("public catalog, no token", Call.get("/catalog"),
						"@PublicAccess; Boot's chain knows no such"));
	}

	private List<Stop> tokens() {
		return List.of(new Stop("no token", Call.get("/orders/1"), "every request proves itself"),
				read("token expired", this.hostile.expired(), "five minutes ago"),
				read("token with alg none", this.hostile.unsigned(), "no signature, no token"),
				read("token signed HS256 by the public key", this.hostile.byPublicKeyAsSecret(), "algorithm confusion"),
				read("token signed by a foreign key", this.hostile.byForeignKey(), "the kid is right, the key is not"),
				read("token tampered with", this.hostile.tampered(this.good.reader()), "a scope was added"),
				read("token for another API", this.hostile.forAnotherApi(), "audience is billing"),
				read("ID token for a token", this.hostile.idToken(), "meant for the client, not for the API"),
				read("token that lives 24 h", this.hostile.longLived(), "stolen today, good tomorrow"),
				read("token that never expires", this.hostile.withoutExpiry(), "no exp"),
				read("token bound to a certificate", this.hostile.boundToCertificate(), "cnf.x5t#S256 without mTLS"),
				new Stop("two Authorization headers",
						Call.get("/orders/1").bearer(this.good.reader()).bearer(this.good.admin()),
						"a proxy may have looked at the other one"),
				new Stop("token in the URL too", Call.get("/orders/1?access_token=x").bearer(this.good.reader()),
						"one way only, or logs would have it"));
	}

	private List<Stop> proofs() {
		Call read = Call.get("/orders/1");
		Call proven = this.bound.with(read);
		return List.of(new Stop("token bound to a key, with its proof", proven, "DPoP (RFC 9449), nothing to set"),
				new Stop("the same proof once more", proven, "a proof does once"),
				new Stop("a proof for another URL", this.bound.with(read, "/orders/2"), "not made for this request"),
				read("token bound to a key, sent as bearer", this.bound.token(), "whoever has stolen it has no key"));
	}

	private List<Stop> rules() {
		return List.of(
				new Stop("scope is missing", Call.post("/orders", ORDER).bearer(this.good.reader()),
						"orders:read does not write"),
				new Stop("role is missing", Call.delete("/orders/1").bearer(this.good.app()), "scopes are no role"),
				new Stop("endpoint nobody ruled on", Call.get("/internal/export").bearer(this.good.reader()),
						"no rule, no access"),
				new Stop("unknown path", Call.get("/no-such").bearer(this.good.reader()), "callers may know"),
				new Stop("unknown path, no token", Call.get("/no-such"), "strangers may not"));
	}

	private List<Stop> stepUp() {
		return List.of(pay("pay, login was weak", this.good.app(), "answers which acr it wants (RFC 9470)"),
				pay("pay, strong login of yesterday", this.hostile.strongButStale(), "needed within five minutes"),
				pay("pay, strong and fresh login", this.good.mfa(), "came back with what was asked"));
	}

	private List<Stop> paths() {
		return List.of(path("/catalog/..;/orders/1", "matrix parameter hides .."),
				path("/catalog/%2e%2e/orders/1", "encoded dots"), path("/orders%2F1", "encoded slash"),
				path("//orders/1", "double slash"), path("/orders/1;a=b", "path parameter"),
				path("/ORDERS/1", "paths have a case"), path("/orders/1/", "no such path"),
				new Stop("method override header",
						Call.post("/orders/1", ORDER)
							.bearer(this.good.reader())
							.header("X-HTTP-Method-Override", "DELETE"),
						"POST stays POST"));
	}

	private static Stop read(String title, String token, String why) {
		return new Stop(title, Call.get("/orders/1").bearer(token), why);
	}

	private static Stop pay(String title, String token, String why) {
		return new Stop(title, Call.post("/payments", PAYMENT).bearer(token), why);
	}

	private Stop path(String path, String why) {
		return new Stop("path trick", Call.get(path).bearer(this.good.reader()), why);
	}

}
