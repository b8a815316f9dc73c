package io.zerotrust.ratelimit;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.zerotrust.MovableClock;
import io.zerotrust.Requests;
import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.Context;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Permit;
import io.zerotrust.decision.Reason;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.OutcomeListener;

/**
 * Limits under test, with words for what happens to them.
 */
final class Limited {

	static final Duration MINUTE = Duration.ofMinutes(1);

	final MovableClock clock = new MovableClock();

	final Limits limits;

	private final LocalCheck addresses;

	private final LocalCheck subjects;

	private final OutcomeListener failures;

	Limited(LimitRules rules, int mostTracked) {
		this.limits = new Limits(rules, mostTracked, this.clock, new Random(42));
		this.addresses = this.limits.addressCheck();
		this.subjects = this.limits.subjectCheck();
		this.failures = this.limits.failureCount();
	}

	static Limited failures(long permits) {
		return new Limited(new LimitRules(new RateLimit("address-failures", permits, MINUTE), null, null), 1000);
	}

	static Limited requests(long permits) {
		return new Limited(new LimitRules(null, new RateLimit("address-requests", permits, MINUTE), null), 1000);
	}

	static Limited subjects(long permits) {
		return new Limited(new LimitRules(null, null, new RateLimit("subject-requests", permits, MINUTE)), 1000);
	}

	static AccessRequest request(Subject subject, @Nullable InetAddress address) {
		return new AccessRequest(subject, new Action("GET"), Resource.unresolved(),
				new Context(Requests.NOW, address, true, null));
	}

	static Subject subject(String id, String client, String... actors) {
		return new Subject(Requests.ISSUER, id, client, SubjectKind.HUMAN, List.of(actors), Set.of(), Set.of(),
				Requests.jwt(Requests.claims()));
	}

	Finding arrive(@Nullable InetAddress address) {
		return this.addresses.evaluate(request(Subject.anonymous(), address));
	}

	Finding arrive(String address) {
		return arrive(Requests.address(address));
	}

	Finding ask(Subject subject, String address) {
		return this.subjects.evaluate(request(subject, Requests.address(address)));
	}

	void end(@Nullable InetAddress address, int status, boolean proven, boolean dropped) {
		Evaluation evaluation = new Evaluation("id", Gate.ACCESS, request(Subject.anonymous(), address),
				(status == 200) ? Permit.instance() : Deny.of(Reason.of("test.refused")), Permit.instance(), List.of(),
				proven);
		this.failures.accept(new Outcome(evaluation, status, 0, List.of(), Outcome.End.COMPLETED, Requests.NOW,
				Duration.ZERO, dropped));
	}

	void end(@Nullable InetAddress address, Gate permittedAt, int status) {
		Evaluation evaluation = new Evaluation("id", permittedAt, request(Subject.anonymous(), address),
				Permit.instance(), Deny.of(Reason.of("test.observed")), List.of());
		this.failures.accept(new Outcome(evaluation, status, 0, List.of(), Outcome.End.COMPLETED, Requests.NOW,
				Duration.ZERO, false));
	}

	void fail(String address, int times) {
		InetAddress from = Requests.address(address);
		for (int i = 0; i < times; i++) {
			end(from, 401, false, false);
		}
	}

}
