package io.zerotrust.risk.learned;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Admission;
import io.zerotrust.access.Context;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.Subject;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Refusal;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.policy.ClientRoles;
import io.zerotrust.policy.PolicyCheck;
import io.zerotrust.risk.Challenges;
import io.zerotrust.risk.RiskCheck;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.RiskScore;
import io.zerotrust.risk.RiskSettings;
import io.zerotrust.risk.RiskSignal;
import io.zerotrust.risk.baseline.PseudonymKeys;

/**
 * An application with learned risk, without the application: policy and check run in a
 * real pipeline, and what came of a request is told.
 */
final class World {

	static final String CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

	final LearnedRisk learned;

	private static final PseudonymKeys SECRET = PseudonymKeys.of("a secret of at least 32 bytes, fixed");

	private final Challenges challenges = new Challenges(List.of());

	private final RiskEngine engine;

	private final CheckPipeline pipeline;

	World() {
		this(Mode.ENFORCE, 50_000);
	}

	World(Mode mode, int principals, RiskSignal... signals) {
		this(mode, LearningBounds.of(principals), signals);
	}

	World(Mode mode, LearningBounds bounds, RiskSignal... signals) {
		this(mode, bounds, RiskSettings.defaults(), signals);
	}

	World(RiskSettings settings) {
		this(Mode.ENFORCE, LearningBounds.of(1000), settings);
	}

	private World(Mode mode, LearningBounds bounds, RiskSettings settings, RiskSignal... signals) {
		this.learned = new LearnedRisk(this.challenges, settings, bounds, SECRET);
		this.engine = new RiskEngine(settings, List.of(signals), List.of(this.learned));
		this.pipeline = new CheckPipeline(Gate.ACCESS, Mode.ENFORCE,
				List.of(Step.granting(new PolicyCheck(new ClientRoles(Map.of()))),
						Step.of(RiskCheck.learned(this.engine, this.challenges)).withMode(mode)),
				() -> "id");
	}

	Evaluation ask(Caller caller) {
		return ask(caller.request());
	}

	Evaluation ask(AccessRequest request) {
		Evaluation evaluation = this.pipeline.evaluate(request).toCompletableFuture().join();
		this.learned.attempted(evaluation);
		return evaluation;
	}

	/**
	 * Score a request without asking, and say why.
	 */
	RiskScore score(Caller caller) {
		return score(caller.request());
	}

	RiskScore score(AccessRequest request) {
		return this.engine.score(request, this.challenges.met(request));
	}

	/**
	 * Ask, and let the handler answer with a status if it is permitted.
	 */
	Evaluation visit(Caller caller, int status) {
		Evaluation evaluation = ask(caller);
		tell(evaluation, status);
		return evaluation;
	}

	Evaluation visit(Caller caller) {
		return visit(caller, 200);
	}

	Evaluation visit(AccessRequest request, int status, long bytes, List<TouchedObject> objects) {
		Evaluation evaluation = ask(request);
		tell(evaluation, status, bytes, objects);
		return evaluation;
	}

	void tell(Evaluation evaluation, int status) {
		tell(evaluation, status, 0, List.of());
	}

	private void tell(Evaluation evaluation, int status, long bytes, List<TouchedObject> objects) {
		int told = evaluation.isPermitted() ? status : (evaluation.decision() instanceof Challenge) ? 401 : 403;
		this.learned.accept(new Outcome(evaluation, told, bytes, objects, End.COMPLETED,
				evaluation.request().context().time(), Duration.ZERO));
	}

	/**
	 * Let somebody come on several days, twice in each session.
	 */
	void habit(Caller caller, int days) {
		for (int day = 0; day < days; day++) {
			Caller today = caller.at(Duration.ofDays(day)).session("day-" + day);
			visit(today);
			visit(today.at(Duration.ofSeconds(60)));
		}
	}

	static String code(Evaluation evaluation) {
		return (evaluation.wouldBe() instanceof Refusal refusal) ? refusal.reason().code() : "";
	}

	static String words(Evaluation evaluation) {
		return (evaluation.wouldBe() instanceof Refusal refusal) ? refusal.reason().detail() : "";
	}

	static double risk(Evaluation evaluation) {
		return RiskCheck.risk(evaluation);
	}

	/**
	 * Who asks, from where, with what, for what.
	 */
	record Caller(Map<String, Object> claims, String address, @Nullable String device, String agent, String endpoint,
			SensitivityLevel sensitivity, Instant time) {

		static Caller user(String name) {
			Map<String, Object> claims = Requests.claims();
			claims.put("sub", name);
			return new Caller(claims, "198.51.100.7", "laptop", CHROME, "GET /orders", SensitivityLevel.MEDIUM,
					Requests.NOW);
		}

		static Caller service(String name) {
			return user(name).claim("client_id", name);
		}

		Caller claim(String name, Object value) {
			Map<String, Object> claims = new HashMap<>(this.claims);
			claims.put(name, value);
			return new Caller(claims, this.address, this.device, this.agent, this.endpoint, this.sensitivity,
					this.time);
		}

		Caller session(String id) {
			return claim("sid", id);
		}

		Caller steppedUp() {
			return claim("amr", List.of("pwd", "otp")).claim("auth_time", this.time.getEpochSecond());
		}

		Caller from(String address) {
			return new Caller(this.claims, address, this.device, this.agent, this.endpoint, this.sensitivity,
					this.time);
		}

		Caller device(@Nullable String device) {
			return new Caller(this.claims, this.address, device, this.agent, this.endpoint, this.sensitivity,
					this.time);
		}

		Caller agent(String agent) {
			return new Caller(this.claims, this.address, this.device, agent, this.endpoint, this.sensitivity,
					this.time);
		}

		Caller to(String endpoint) {
			return new Caller(this.claims, this.address, this.device, this.agent, endpoint, this.sensitivity,
					this.time);
		}

		Caller sensitivity(SensitivityLevel sensitivity) {
			return new Caller(this.claims, this.address, this.device, this.agent, this.endpoint, sensitivity,
					this.time);
		}

		Caller at(Duration later) {
			return new Caller(this.claims, this.address, this.device, this.agent, this.endpoint, this.sensitivity,
					this.time.plus(later));
		}

		/**
		 * The same caller with a stolen token somewhere else.
		 */
		Caller stolen() {
			return from("203.0.113.66").device("burner").agent("python-requests/2.32");
		}

		Subject subject() {
			return Requests.subject(Requests.jwt(this.claims));
		}

		AccessRequest request() {
			InetAddress client = Requests.address(this.address);
			EndpointPolicy policy = EndpointPolicy.of(Admission.AUTHENTICATED, "test")
				.withSensitivity(this.sensitivity);
			return new AccessRequest(subject(), new Action("GET"), Resource.endpoint(this.endpoint, policy),
					new Context(this.time, client, true, this.agent, this.device));
		}

	}

	static List<String> endpoints(int count) {
		List<String> endpoints = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			endpoints.add("GET /things" + i);
		}
		return endpoints;
	}

}
