package io.zerotrust.samples.quickstart.days;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.RSAKey;

import io.zerotrust.samples.client.Call;
import io.zerotrust.samples.client.HttpExchange;
import io.zerotrust.samples.client.TokenSigner;

/**
 * What happens over ten days and on the one after.
 */
public final class Days implements AutoCloseable {

	private static final String ORDER = "{\"item\":\"tea\",\"quantity\":1}";

	private static final int QUIET = 10;

	private static final int FLOOD = 300;

	private final ForwardingProxy proxy;

	private final Logins logins;

	private final Stage stage;

	private final Explanations explanations;

	private final Guise office;

	private final Guise thief;

	private final Guise travel;

	private final Guise job;

	private final Guise flood;

	/**
	 * Prepare the days.
	 * @param clock the clock of the API under zt
	 * @param key the key of the issuer, as tokens are needed at times it does not know
	 * @param issuer the address of the issuer
	 * @param api the address of the API under zt
	 * @param plain the address of the API without
	 */
	public Days(MovableClock clock, RSAKey key, URI issuer, URI api, URI plain) {
		HttpExchange http = new HttpExchange();
		this.proxy = new ForwardingProxy(api);
		this.logins = new Logins(new TokenSigner(key), issuer.toString(), clock);
		this.stage = new Stage(http, plain, clock);
		this.explanations = new Explanations(http, api, this.logins);
		this.office = new Guise(this.proxy.open("198.51.100.17"),
				"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "alice-laptop");
		this.thief = new Guise(this.proxy.open("203.0.113.66"), "python-requests/2.32", "");
		this.travel = new Guise(this.proxy.open("192.0.2.80"),
				"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
						+ "Version/18.5 Mobile/15E148 Safari/604.1",
				"alice-phone");
		this.job = new Guise(this.proxy.open("198.51.100.40"), "report-job/2.1", "");
		this.flood = new Guise(this.proxy.open("203.0.113.99"), "curl/8.5.0", "");
	}

	/**
	 * Let the days pass.
	 * @return what happened, in its order
	 */
	public List<Event> pass() {
		quietDays();
		theft();
		probing();
		flood();
		journey();
		return this.stage.events();
	}

	/**
	 * Return what operators read about refusals by risk.
	 * @param events what happened
	 * @return lines
	 */
	public String explain(List<Event> events) {
		return this.explanations.of(events);
	}

	private void quietDays() {
		this.stage.at(1, 2);
		Stage.Scene nights = this.stage.scene("a job reads each night", "GET /orders/1", "it does nothing else");
		this.stage.at(1, 9);
		Stage.Scene days = this.stage.scene("alice orders for ten days", "GET, POST /orders",
				"her networks, devices and habits are learned");
		for (int day = 1; day <= QUIET; day++) {
			this.stage.at(day, 2);
			nights.call(this.job, Call.get("/orders/1").bearer(this.logins.client("report-job", "orders:read")));
			String session = "day-" + day;
			this.stage.at(day, 9);
			days.call(this.office, Call.get("/orders/1").bearer(this.logins.password("alice", session)));
			this.stage.at(day, 10);
			days.call(this.office, Call.post("/orders", ORDER).bearer(this.logins.password("alice", session)));
		}
		nights.end();
		days.end();
	}

	private void theft() {
		this.stage.at(QUIET + 1, 9);
		String stolen = this.logins.password("alice", "day-11");
		Call read = Call.get("/orders/1").bearer(stolen);
		this.stage.call("alice comes to work", this.office, read, "as every day");
		this.stage.pass(Duration.ofMinutes(5));
		this.stage.call("her token is stolen and used", this.thief, read,
				"other network, other program, no device: prove yourself");
		this.stage.call("the thief names her address", this.thief, read.header("X-Forwarded-For", "198.51.100.17"),
				"what the proxy appends counts");
		this.stage.call("alice goes on", this.office, read, "a thief does not shut her out");
	}

	private void probing() {
		this.stage.at(QUIET + 2, 2);
		String token = this.logins.client("report-job", "orders:read");
		Stage.Scene probing = this.stage.scene("the job's key is stolen and tried", "GET /admin ...",
				"rules refuse each; what was tried adds up");
		for (String path : List.of("/admin", "/internal/export", "/backup", "/users", "/config", "/actuator/env")) {
			this.stage.pass(Duration.ofSeconds(30));
			probing.call(this.job, Call.get(path).bearer(token));
		}
		probing.end();
		this.stage.call("then what it may do", this.job, Call.get("/me").bearer(token),
				"allowed, but never done before, after all that");
	}

	private void flood() {
		this.stage.at(QUIET + 3, 9);
		Call forged = Call.get("/orders/1").bearer(this.logins.forged("alice"));
		Stage.Scene flood = this.stage.scene("a flood of forged tokens", forged.line(),
				"after a hundred failures no token is looked at");
		for (int i = 0; i < FLOOD; i++) {
			flood.call(this.flood, forged);
		}
		flood.end();
		this.stage.call("alice goes on", this.office,
				Call.get("/orders/1").bearer(this.logins.password("alice", "day-13")), "the flood is not hers");
		this.stage.pass(Duration.ofMinutes(1));
		this.stage.call("a minute later", this.flood, forged, "failures are forgiven with time");
	}

	private void journey() {
		this.stage.at(QUIET + 4, 9);
		this.stage.call("alice travels, with a new phone", this.travel,
				Call.get("/orders/1").bearer(this.logins.password("alice", "trip")), "could be anybody");
		this.stage.pass(Duration.ofMinutes(1));
		this.stage.call("she shows a second factor", this.travel,
				Call.get("/orders/1").bearer(this.logins.secondFactor("alice", "trip")), "it is her");
		this.stage.pass(Duration.ofMinutes(20));
		this.stage.call("and goes on", this.travel,
				Call.post("/orders", ORDER).bearer(this.logins.password("alice", "trip")), "learned");
	}

	@Override
	public void close() {
		this.proxy.close();
	}

}
