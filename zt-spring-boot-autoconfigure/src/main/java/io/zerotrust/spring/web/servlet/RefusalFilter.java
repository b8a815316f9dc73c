package io.zerotrust.spring.web.servlet;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Challenge.Proof;
import io.zerotrust.decision.Challenge;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;
import io.zerotrust.decision.Refusal;
import io.zerotrust.posture.ObserveReport;
import io.zerotrust.spring.method.InvocationRefusedException;
import io.zerotrust.spring.web.AuthenticationOutcomes;
import io.zerotrust.spring.web.RefusalProblem;
import io.zerotrust.spring.web.SpringRefusals;
import io.zerotrust.spring.web.endpoint.HandlerKind;
import io.zerotrust.spring.web.endpoint.Verdict.Stage;
import io.zerotrust.spring.web.endpoint.Verdict;

/**
 * Before Spring Security: gives Spring Security's own bare 401 and 403 a body that says
 * why, and records them. A body or an error handler that the application has set stays.
 */
final class RefusalFilter extends RequestFilter {

	private static final Set<Integer> STATUSES = Set.of(401, 403);

	private static final Reason NO_URL = new Reason("request.rejected",
			"Spring Security cannot read the URL of the metadata");

	private final Gatekeeper gatekeeper;

	private final ObserveReport report;

	RefusalFilter(Gatekeeper gatekeeper, ObserveReport report) {
		this.gatekeeper = gatekeeper;
		this.report = report;
	}

	@Override
	void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		DispatcherType dispatch = request.getDispatcherType();
		if (dispatch != DispatcherType.REQUEST && dispatch != DispatcherType.ASYNC) {
			chain.doFilter(request, response);
			return;
		}
		CredentialFilter.noteAmbiguity(request);
		BodyWatch watched = new BodyWatch(response);
		try {
			chain.doFilter(request, watched);
		}
		catch (AuthenticationServiceException | JwtDecoderInitializationException ex) {
			unavailable(ex, request, watched);
			return;
		}
		catch (InvocationRefusedException ex) {
			// in a filter before Spring Security's translation of exceptions
			if (watched.isCommitted()) {
				throw ex;
			}
			this.gatekeeper.refuse(ex, request, watched);
			return;
		}
		catch (InsufficientAuthenticationException | AccessDeniedException ex) {
			unanswered(ex, request, watched);
			return;
		}
		catch (ClassCastException | IllegalArgumentException ex) {
			if (isAboutMetadata(ex)) {
				rejected(ex, request, watched);
				return;
			}
			unreadable(ex, request, watched);
			return;
		}
		if (STATUSES.contains(response.getStatus()) && !request.isAsyncStarted()) {
			Evaluation left = ChainAnswers.leftTo(request);
			if (left == null) {
				refused(Verdicts.of(request), request, watched);
			}
			else if (watched.isBare()) {
				veil(left, request, watched);
				complete(HttpStatus.valueOf(response.getStatus()), left, watched);
			}
		}
	}

	/**
	 * A refusal was left to a chain that handles no exceptions.
	 */
	private void unanswered(RuntimeException ex, HttpServletRequest request, BodyWatch response) throws IOException {
		Evaluation left = ChainAnswers.leftTo(request);
		if (left == null || response.isCommitted()) {
			throw ex;
		}
		this.gatekeeper.refuse(left, request, response);
	}

	/**
	 * Whoever verifies the tokens is away, or was never there. Spring lets the exceptions
	 * out, which would be a 500.
	 */
	private void unavailable(RuntimeException ex, HttpServletRequest request, BodyWatch response) throws IOException {
		if (this.gatekeeper.observes() || response.isCommitted()) {
			throw ex;
		}
		Evaluation evaluation = this.gatekeeper.recordStanding(request, Deny.of(SpringRefusals.unavailable(ex)));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		complete(HttpStatus.SERVICE_UNAVAILABLE, evaluation, response);
	}

	/**
	 * Spring parses the URL of whoever asks for the metadata of the service, and knows
	 * fewer hosts than the container: none with an IPv4 address in an IPv6 one.
	 */
	private void rejected(RuntimeException ex, HttpServletRequest request, BodyWatch response) throws IOException {
		if (this.gatekeeper.observes() || response.isCommitted()) {
			throw ex;
		}
		Evaluation evaluation = this.gatekeeper.recordStanding(request, Deny.of(NO_URL));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		complete(HttpStatus.BAD_REQUEST, evaluation, response);
	}

	private static boolean isAboutMetadata(RuntimeException ex) {
		return Arrays.stream(ex.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().endsWith(".OAuth2ProtectedResourceMetadataFilter")
					&& frame.getMethodName().equals("resolveResourceIdentifier"));
	}

	/**
	 * Spring Security casts some claims, {@code cnf} for one, without a look at them. A
	 * token that makes it stumble is malformed.
	 */
	private void unreadable(RuntimeException ex, HttpServletRequest request, BodyWatch response) throws IOException {
		if (!isAboutToken(ex, request) || Verdicts.of(request) != null || this.gatekeeper.observes()
				|| response.isCommitted()) {
			throw ex;
		}
		Challenge challenge = Challenge.of(Proof.INVALID,
				new Reason("token.malformed", "a claim is not of its type: " + ex.getClass().getName()));
		Evaluation evaluation = this.gatekeeper.recordStanding(request, challenge);
		this.gatekeeper.refuse(evaluation, request, response);
	}

	/**
	 * Where a cast fails often the compiler leaves the trace out. Before a gate has seen
	 * the request nothing but its credential can be the reason.
	 */
	private static boolean isAboutToken(RuntimeException ex, HttpServletRequest request) {
		StackTraceElement[] trace = ex.getStackTrace();
		return (trace.length == 0) ? request.getHeader(HttpHeaders.AUTHORIZATION) != null
				: Arrays.stream(trace)
					.limit(5)
					.anyMatch((frame) -> frame.getClassName().startsWith("org.springframework.security.oauth2."));
	}

	private void refused(@Nullable Verdict verdict, HttpServletRequest request, BodyWatch response) throws IOException {
		boolean ours = verdict != null && verdict.stage() == Stage.REFUSED;
		// method security challenges where it refuses; a handler's own bare status is its
		// business
		boolean handlers = verdict != null && verdict.stage() == Stage.DISPATCHED
				&& !(response.isBare() && response.containsHeader(HttpHeaders.WWW_AUTHENTICATE));
		boolean others = verdict != null && verdict.target().kind() == HandlerKind.FILTER_ENDPOINT;
		if (!ours && !handlers && !others) {
			refusedBySpring(verdict, request, response);
		}
	}

	private void refusedBySpring(@Nullable Verdict verdict, HttpServletRequest request, BodyWatch response)
			throws IOException {
		if (this.gatekeeper.observes()) {
			String endpoint = (verdict != null) ? verdict.target().id() : "unresolved";
			this.report.record(request.getMethod() + ' ' + endpoint, ObserveReport.REFUSED_BY_SPRING);
			return;
		}
		HttpStatus status = HttpStatus.valueOf(response.getStatus());
		Evaluation evaluation = this.gatekeeper.recordStanding(request, refusal(status, request, response));
		if (response.isBare()) {
			veil(evaluation, request, response);
			complete(status, evaluation, response);
		}
	}

	/**
	 * Spring's challenges quote exceptions; the caller gets our code instead.
	 */
	private void veil(Evaluation evaluation, HttpServletRequest request, BodyWatch response) {
		Reason reason = ((Refusal) evaluation.decision()).reason();
		List<String> challenges = List.copyOf(response.getHeaders(HttpHeaders.WWW_AUTHENTICATE));
		ProblemResponse.challenge(this.gatekeeper.veil(challenges, reason, request), response);
	}

	private void complete(HttpStatus status, Evaluation evaluation, BodyWatch response) throws IOException {
		Refusal refusal = (Refusal) evaluation.decision();
		ProblemResponse.write(RefusalProblem.of(status, refusal.reason(), evaluation.id()), response);
	}

	private static Refusal refusal(HttpStatus status, HttpServletRequest request, BodyWatch response) {
		Reason known = (Reason) request.getAttribute(AuthenticationOutcomes.ATTRIBUTE);
		if (status == HttpStatus.FORBIDDEN) {
			return Deny.of(Reason.of("spring.access-denied"));
		}
		return Challenge.of(Proof.INVALID,
				(known != null) ? known : SpringRefusals.reasonOf(response.getHeader(HttpHeaders.WWW_AUTHENTICATE)));
	}

}
