package io.zerotrust.spring.actuate;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import io.zerotrust.access.Subject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Evidence;
import io.zerotrust.check.Finding;
import io.zerotrust.check.StepFinding;

/**
 * A decision explained. What a caller sent is in it by the named fields alone: no
 * credential, no header, no path.
 *
 * @param id the decision id
 * @param time when the request was received
 * @param gate the gate that asked
 * @param decision the answer
 * @param wouldBe the answer if nothing were only observed, or {@code null} if it is the
 * same
 * @param subject who asked, or {@code null} if nobody knows
 * @param action the HTTP method, or {@code invoke}
 * @param endpoint the pattern or method; empty before it is known
 * @param clientAddress the address of the caller, or {@code null} if it cannot be told
 * @param proven whether the subject is who the credential says
 * @param findings what each check found, in the order they ran
 * @since 0.1.0
 */
public record DecisionDescriptor(String id, Instant time, String gate, AnswerDescriptor decision,
		@Nullable AnswerDescriptor wouldBe, @Nullable Caller subject, String action, String endpoint,
		@Nullable String clientAddress, boolean proven, List<Found> findings) implements OperationResponseBody {

	static DecisionDescriptor of(Evaluation evaluation) {
		Subject subject = evaluation.request().subject();
		boolean differs = !evaluation.wouldBe().equals(evaluation.decision());
		InetAddress client = evaluation.request().context().client();
		return new DecisionDescriptor(evaluation.id(), evaluation.request().context().time(),
				Words.of(evaluation.gate()), AnswerDescriptor.of(evaluation.decision()),
				differs ? AnswerDescriptor.of(evaluation.wouldBe()) : null,
				subject.isAnonymous() ? null : Caller.of(subject), evaluation.request().action().name(),
				evaluation.request().resource().id(), (client != null) ? client.getHostAddress() : null,
				evaluation.proven(), evaluation.findings().stream().map(Found::of).toList());
	}

	/**
	 * Who asked.
	 *
	 * @param issuer who vouches for the subject
	 * @param id the subject within the issuer
	 * @param client the OAuth client; empty if unknown
	 * @param kind {@code human}, {@code service} or {@code agent}
	 * @param actors who acts for the subject, the current actor first
	 */
	public record Caller(String issuer, String id, String client, String kind, List<String> actors) {

		static Caller of(Subject subject) {
			return new Caller(subject.issuer(), subject.id(), subject.client(), Words.of(subject.kind()),
					subject.actors());
		}

	}

	/**
	 * What a check found.
	 *
	 * @param check the name of the check
	 * @param mode {@code enforce} or {@code observe}
	 * @param result {@code pass}, {@code grant} or {@code refuse}
	 * @param refusal the answer the check wants, or {@code null} if it refuses nothing
	 * @param evidence the facts the finding rests on
	 */
	public record Found(String check, String mode, String result, @Nullable AnswerDescriptor refusal,
			List<Fact> evidence) {

		static Found of(StepFinding step) {
			Finding finding = step.finding();
			AnswerDescriptor refusal = (finding instanceof Finding.Refuse refuse)
					? AnswerDescriptor.of(refuse.refusal()) : null;
			return new Found(step.check(), Words.of(step.mode()), result(finding), refusal,
					finding.evidence().stream().map(Fact::of).toList());
		}

		private static String result(Finding finding) {
			if (finding instanceof Finding.Refuse) {
				return "refuse";
			}
			return (finding instanceof Finding.Grant) ? "grant" : "pass";
		}

	}

	/**
	 * A fact that a finding rests on.
	 *
	 * @param name what was looked at
	 * @param value what was seen
	 */
	public record Fact(String name, String value) {

		static Fact of(Evidence evidence) {
			return new Fact(evidence.name(), Words.plain(evidence.value()));
		}

	}

}
