package io.zerotrust.samples.gateway;

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

	private static final Call READ = Call.get("/orders/1");

	private final GoodTokens good;

	private final HostileTokens hostile;

	private final BoundToken toGateway;

	private final BoundToken toService;

	/**
	 * Create the itinerary.
	 * @param good tokens of the issuer
	 * @param hostile tokens no issuer gives
	 * @param toGateway a token with proofs for the gateway
	 * @param toService the same with proofs for the service
	 */
	Itinerary(GoodTokens good, HostileTokens hostile, BoundToken toGateway, BoundToken toService) {
		this.good = good;
		this.hostile = hostile;
		this.toGateway = toGateway;
		this.toService = toService;
	}

	List<Stop> stops() {
		return Stream.of(passed(), refused(), paths(), proofs(), bypass()).flatMap(List::stream).toList();
	}

	private List<Stop> passed() {
		return List.of(Stop.through("public catalog, no token", Call.get("/catalog"), "both say it is public"),
				Stop.through("read an order", READ.bearer(this.good.reader()), "verified, passed on, verified again"),
				Stop.through("place an order", Call.post("/orders", ORDER).bearer(this.good.app()),
						"the scope is there, for both"),
				Stop.through("cancel an order, no admin", Call.delete("/orders/1").bearer(this.good.app()),
						"the service knows more of it"),
				Stop.through("pay, login was weak", Call.post("/payments", PAYMENT).bearer(this.good.app()),
						"the challenge of the service comes through"),
				Stop.through("pay, strong and fresh login", Call.post("/payments", PAYMENT).bearer(this.good.mfa()),
						"came back with what was asked"));
	}

	private List<Stop> refused() {
		return List.of(Stop.through("no token", READ, "does not get to the service"),
				Stop.through("token signed by a foreign key", READ.bearer(this.hostile.byForeignKey()),
						"the kid is right, the key is not"),
				Stop.through("token with alg none", READ.bearer(this.hostile.unsigned()), "no signature, no token"),
				Stop.through("token expired", READ.bearer(this.hostile.expired()), "five minutes ago"),
				Stop.through("token for another API", READ.bearer(this.hostile.forAnotherApi()), "audience is billing"),
				Stop.through("two Authorization headers", READ.bearer(this.good.reader()).bearer(this.good.admin()),
						"the service might look at the other one"),
				Stop.through("scope is missing", Call.post("/orders", ORDER).bearer(this.good.reader()),
						"the rule of the route"),
				Stop.through("route nobody ruled on", Call.get("/internal/export").bearer(this.good.reader()),
						"no rule, no access"),
				Stop.through("path no route takes", Call.get("/me").bearer(this.good.reader()),
						"the service has it, the gateway not"));
	}

	private List<Stop> paths() {
		return List.of(trick("/catalog/..;/orders/1", "matrix parameter hides .."),
				trick("/catalog/%2e%2e/orders/1", "encoded dots"), trick("/catalog%2F..%2Forders/1", "encoded slash"),
				trick("//orders/1", "double slash"), trick("/ORDERS/1", "paths have a case"));
	}

	private static Stop trick(String path, String why) {
		return Stop.through("path trick, no token", Call.get(path), why);
	}

	private List<Stop> proofs() {
		Call proven = this.toGateway.with(READ);
		return List.of(
				Stop.through("token bound to a key, with its proof", proven, "made for the gateway, good for both"),
				Stop.through("the same proof once more", proven, "a proof does once"),
				Stop.around("the same proof, around the gateway", proven, "made for another URL"),
				Stop.through("a proof for the service", this.toService.with(READ), "made for another URL"),
				Stop.through("token bound to a key, sent as bearer", READ.bearer(this.toGateway.token()),
						"whoever has stolen it has no key"));
	}

	private List<Stop> bypass() {
		return List.of(Stop.around("no token", READ, "nothing is trusted for where it comes from"),
				Stop.around("token signed by a foreign key", READ.bearer(this.hostile.byForeignKey()),
						"the service verifies by itself"),
				Stop.around("token expired", READ.bearer(this.hostile.expired()), "and looks at the time"),
				Stop.around("headers of the gateway, no token",
						READ.header("Via", "1.1 gateway").header("X-Forwarded-For", "127.0.0.1"),
						"headers prove nothing"),
				Stop.around("scope is missing", Call.post("/orders", ORDER).bearer(this.good.reader()),
						"its own rule, not the gateway's"),
				Stop.around("endpoint nobody ruled on", Call.get("/internal/export").bearer(this.good.reader()),
						"no rule, no access"),
				Stop.around("read an order", READ.bearer(this.good.reader()), "the same rules, by any way"));
	}

}
