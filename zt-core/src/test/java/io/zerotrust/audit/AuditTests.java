package io.zerotrust.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.Findings;
import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.check.Mode;
import io.zerotrust.check.Step;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuditTests {

	private static final Decision DENIED = deny("test.denied", "detail");

	private final List<Evaluation> told = new ArrayList<>();

	@ParameterizedTest
	@EnumSource
	void decideWhenGateHasNoPipelineThenDeniedAndTold(Gate gate) {
		Evaluation evaluation = decide(point(this.told::add), gate);
		assertThat(Findings.code(evaluation.decision())).isEqualTo("check.no-grant");
		assertThat(evaluation.id()).isEqualTo("spare");
		assertThat(this.told).containsExactly(evaluation);
	}

	@Test
	void decideWhenPermittedThenEverySinkIsTold() {
		Evaluation evaluation = decide(point(pipeline(Finding.grant()), this.told::add, this.told::add), Gate.ACCESS);
		assertThat(evaluation.isPermitted()).isTrue();
		assertThat(this.told).containsExactly(evaluation, evaluation);
	}

	@Test
	void decideWhenRefusedThenSinkIsTold() {
		Evaluation evaluation = decide(
				point(pipeline(Finding.refuse(Deny.of(Reason.of("test.denied")))), this.told::add), Gate.ACCESS);
		assertThat(Findings.code(evaluation.decision())).isEqualTo("test.denied");
		assertThat(this.told).containsExactly(evaluation);
	}

	@Test
	void decideWhenSinkThrowsThenDecisionStandsAndOthersAreTold() {
		for (AuditSink sink : List.<AuditSink>of(AuditTests::boom, AuditTests::linkageBoom)) {
			this.told.clear();
			Evaluation permitted = decide(point(pipeline(Finding.grant()), sink, this.told::add), Gate.ACCESS);
			assertThat(permitted.isPermitted()).isTrue();
			Evaluation refused = decide(point(sink, this.told::add), Gate.ACCESS);
			assertThat(Findings.code(refused.decision())).isEqualTo("check.no-grant");
			assertThat(this.told).containsExactly(permitted, refused);
		}
	}

	// the second pipeline must not silently replace the first
	@Test
	void createWhenTwoPipelinesForOneGateThenRefused() {
		List<CheckPipeline> two = List.of(pipeline(Finding.grant()), pipeline(Finding.grant()));
		assertThatIllegalArgumentException().isThrownBy(() -> new AuditedDecisionPoint(two, () -> "spare", List.of()))
			.withMessageContaining("ACCESS");
	}

	// a flood writes one line, not one a request
	@Test
	void acceptWhenLimitRefusesAgainThenOnlyTheFirstIsInfo() {
		Reason reason = Reason.of("limit.address-failures");
		Decision first = new Throttle(reason, Duration.ofSeconds(1), null, false);
		Decision again = new Throttle(reason, Duration.ofSeconds(1), null, true);
		assertThat(levels(evaluation(first, first))).containsExactly(Level.INFO);
		assertThat(levels(evaluation(again, again))).isEmpty();
		assertThat(levels(evaluation(Permit.instance(), first))).containsExactly(Level.INFO);
		assertThat(levels(evaluation(Permit.instance(), again))).isEmpty();
		assertThat(levels(evaluation(DENIED, DENIED))).containsExactly(Level.INFO);
	}

	private static List<Level> levels(Evaluation evaluation) {
		List<Level> levels = new ArrayList<>();
		Logger logger = Logger.getLogger("io.zerotrust.audit");
		Handler handler = new Handler() {

			@Override
			public void publish(LogRecord line) {
				levels.add(line.getLevel());
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		};
		logger.addHandler(handler);
		try {
			new LogAuditSink().accept(evaluation);
		}
		finally {
			logger.removeHandler(handler);
		}
		return levels;
	}

	@Test
	void lineWhenPermittedThenSaysWhoAndWhat() {
		assertThat(LogAuditSink.line(evaluation(Permit.instance(), Permit.instance())))
			.isEqualTo("permitted decision=id gate=ACCESS action=\"GET\" resource=\"/orders/{id}\" subject=\"alice\""
					+ " client=\"shop\" issuer=\"https://idp.example.com\" kind=HUMAN");
	}

	@Test
	void lineWhenRefusedThenSaysWhy() {
		assertThat(LogAuditSink.line(evaluation(DENIED, DENIED)))
			.startsWith("refused decision=id gate=ACCESS code=test.denied why=\"detail\" action=");
	}

	@Test
	void lineWhenOnlyObservedThenSaysWouldRefuse() {
		assertThat(LogAuditSink.line(evaluation(Permit.instance(), DENIED)))
			.startsWith("would refuse decision=id gate=ACCESS code=test.denied why=\"detail\"");
	}

	// the operator is told what refused the request, not what else was observed
	@Test
	void lineWhenRefusedAndObservedThenSaysTheRefusal() {
		assertThat(LogAuditSink.line(evaluation(DENIED, deny("test.observed", "other"))))
			.startsWith("refused decision=id gate=ACCESS code=test.denied why=\"detail\"")
			.doesNotContain("observed");
	}

	@Test
	void lineWhenAddressKnownThenSaysFromWhere() throws java.net.UnknownHostException {
		Context context = new Context(Requests.NOW, java.net.InetAddress.getByName("203.0.113.7"), true, "evil\nagent");
		AccessRequest request = new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(),
				context);
		assertThat(LogAuditSink.line(new Evaluation("id", Gate.ARRIVAL, request, DENIED, DENIED, List.of())))
			.contains(" from=\"203.0.113.7\"");
		assertThat(request.toString()).doesNotContain("agent");
	}

	@Test
	void lineWhenAnonymousThenNamesNobody() {
		Evaluation evaluation = new Evaluation("id", Gate.ARRIVAL, Requests.anonymous(), DENIED, DENIED, List.of());
		assertThat(LogAuditSink.line(evaluation)).doesNotContain("subject=", "client=", "issuer=");
	}

	// OWASP ASVS 16.4.1: who chooses its own name does not write the log
	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\u0000", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\u2029", "\"", "\\",
			"\u202e", "\u2066", "\ufeff", "\ud800" })
	void lineWhenValueHoldsControlsThenTheyAreReplaced(String evil) {
		String forged = "x" + evil + "permitted decision=forged";
		Subject subject = new Subject(forged, forged, forged, SubjectKind.AGENT, List.of(forged), Set.of(), Set.of(),
				Requests.jwt(Requests.claims()));
		AccessRequest request = new AccessRequest(subject, new Action(forged),
				Resource.endpoint(forged, Requests.AUTHENTICATED), Context.at(Requests.NOW));
		Decision denied = deny("test.denied", forged);
		String line = LogAuditSink.line(new Evaluation("id", Gate.ACCESS, request, denied, denied, List.of()));
		assertThat(line.codePoints()).allMatch((c) -> c >= ' ' && c <= '~');
		assertThat(line.chars().filter((c) -> c == '"')).hasSize(14);
		assertThat(line).doesNotContain("\\");
	}

	@Test
	void lineWhenValueHoldsLettersThenTheyStay() {
		Decision denied = deny("test.denied", "\u00e4\u4e2d\ud83d\ude00");
		assertThat(LogAuditSink.line(evaluation(denied, denied))).contains("\u00e4\u4e2d\ud83d\ude00");
	}

	@Test
	void acceptWhenToldThenDoesNotThrow() {
		LogAuditSink sink = new LogAuditSink();
		sink.accept(evaluation(DENIED, DENIED));
		sink.accept(evaluation(Permit.instance(), Permit.instance()));
		assertThat(this.told).isEmpty();
	}

	private static void boom(Evaluation evaluation) {
		throw new IllegalStateException("disk full");
	}

	private static void linkageBoom(Evaluation evaluation) {
		throw new NoClassDefFoundError("disk driver");
	}

	private static Decision deny(String code, String detail) {
		return Deny.of(new Reason(code, detail));
	}

	private static Evaluation evaluation(Decision decision, Decision wouldBe) {
		return new Evaluation("id", Gate.ACCESS, Requests.with(Requests.jwt(Requests.claims())), decision, wouldBe,
				List.of());
	}

	private static Evaluation decide(AuditedDecisionPoint point, Gate gate) {
		return point.decide(gate, Requests.anonymous()).toCompletableFuture().join();
	}

	private static AuditedDecisionPoint point(AuditSink... sinks) {
		return new AuditedDecisionPoint(List.of(), () -> "spare", List.of(sinks));
	}

	private static AuditedDecisionPoint point(CheckPipeline pipeline, AuditSink... sinks) {
		return new AuditedDecisionPoint(List.of(pipeline), () -> "spare", List.of(sinks));
	}

	private static CheckPipeline pipeline(Finding finding) {
		return new CheckPipeline(Gate.ACCESS, Mode.ENFORCE, List.of(Step.granting(new Fixed(finding))), () -> "id");
	}

	private record Fixed(Finding finding) implements LocalCheck {

		@Override
		public String name() {
			return "fixed";
		}

		@Override
		public Finding evaluate(AccessRequest request) {
			return this.finding;
		}

	}

}
