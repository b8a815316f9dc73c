package io.zerotrust.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;

import io.zerotrust.access.Subject;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Decision;
import io.zerotrust.decision.Refusal;
import io.zerotrust.decision.Throttle;

/**
 * Writes a line for every evaluation to the logger {@code io.zerotrust.audit}: refusals
 * and would-be refusals at INFO, permits at DEBUG. Of a limit only the first refusal
 * since it was reached is written at INFO. Values are quoted and freed of characters that
 * control or hide (OWASP ASVS 16.4.1).
 *
 * @since 0.1.0
 */
public final class LogAuditSink implements AuditSink {

	private static final Logger logger = System.getLogger("io.zerotrust.audit");

	@Override
	public void accept(Evaluation evaluation) {
		Level level = isNews(evaluation.wouldBe()) ? Level.INFO : Level.DEBUG;
		if (logger.isLoggable(level)) {
			logger.log(level, line(evaluation));
		}
	}

	private static boolean isNews(Decision decision) {
		return decision instanceof Refusal && !(decision instanceof Throttle throttle && throttle.repeated());
	}

	static String line(Evaluation evaluation) {
		StringBuilder line = new StringBuilder(160);
		line.append(outcome(evaluation)).append(" decision=").append(evaluation.id());
		line.append(" gate=").append(evaluation.gate());
		Decision told = evaluation.isPermitted() ? evaluation.wouldBe() : evaluation.decision();
		if (told instanceof Refusal refusal) {
			line.append(" code=").append(refusal.reason().code());
			append(line, " why=", refusal.reason().detail());
		}
		append(line, " action=", evaluation.request().action().name());
		if (!evaluation.request().resource().id().isEmpty()) {
			append(line, " resource=", evaluation.request().resource().id());
		}
		InetAddress client = evaluation.request().context().client();
		if (client != null) {
			append(line, " from=", client.getHostAddress());
		}
		Subject subject = evaluation.request().subject();
		if (!subject.isAnonymous()) {
			append(line, " subject=", subject.id());
			append(line, " client=", subject.client());
			append(line, " issuer=", subject.issuer());
			line.append(" kind=").append(subject.kind());
			for (String actor : subject.actors()) {
				append(line, " actor=", actor);
			}
		}
		return line.toString();
	}

	private static String outcome(Evaluation evaluation) {
		if (!evaluation.isPermitted()) {
			return "refused";
		}
		return (evaluation.wouldBe() instanceof Refusal) ? "would refuse" : "permitted";
	}

	private static void append(StringBuilder line, String name, String value) {
		line.append(name).append('"');
		for (int i = 0; i < value.length();) {
			int c = value.codePointAt(i);
			line.appendCodePoint(isPlain(c) ? c : '?');
			i += Character.charCount(c);
		}
		line.append('"');
	}

	private static boolean isPlain(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				false;
			default -> c != '"' && c != '\\';
		};
	}

}
