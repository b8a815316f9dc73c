package io.zerotrust.samples.benchmarks.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Action;
import io.zerotrust.access.AuthorityRule;
import io.zerotrust.access.Context;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.EndpointPolicy;
import io.zerotrust.access.Resource;
import io.zerotrust.access.Subject;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Gate;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.outcome.Outcome;
import io.zerotrust.outcome.Outcome.End;
import io.zerotrust.ratelimit.Limits;
import io.zerotrust.risk.RiskEngine;
import io.zerotrust.risk.learned.LearnedRisk;
import io.zerotrust.samples.benchmarks.application.Tokens;
import io.zerotrust.samples.benchmarks.application.Variant;
import io.zerotrust.samples.benchmarks.application.Variants;
import io.zerotrust.spring.web.ClientAddress;
import io.zerotrust.spring.web.SubjectReader;

/**
 * The parts as an application with everything has them, and what to hold against them.
 */
@State(Scope.Benchmark)
public class Pieces {

	private final Variant application;

	final DecisionPoint decisionPoint;

	final SubjectReader subjects;

	final RiskEngine risk;

	final RiskEngine learnedRisk;

	final LearnedRisk learned;

	final LocalCheck addressLimit;

	final LocalCheck subjectLimit;

	final Outcome outcome;

	final JwtDecoder decoder;

	final String token;

	final JwtAuthenticationToken authentication;

	final AccessRequest arrival;

	final AccessRequest access;

	/**
	 * Start the application.
	 */
	public Pieces() {
		Instant now = Instant.now();
		this.application = Variants.ztEverything();
		this.decisionPoint = this.application.bean(DecisionPoint.class);
		this.subjects = this.application.bean(SubjectReader.class);
		this.risk = this.application.bean(RiskEngine.class);
		this.learned = this.application.bean(LearnedRisk.class);
		this.learnedRisk = this.risk.with(this.learned);
		this.addressLimit = this.application.bean(Limits.class).addressCheck();
		this.subjectLimit = this.application.bean(Limits.class).subjectCheck();
		this.decoder = this.application.bean(JwtDecoder.class);
		this.token = Tokens.mint(now);
		this.authentication = new JwtAuthenticationToken(this.decoder.decode(this.token),
				AuthorityUtils.createAuthorityList("SCOPE_orders:read"));
		Context context = new Context(now, ClientAddress.of("203.0.113.7"), true, "benchmark/1.0");
		this.arrival = new AccessRequest(Subject.anonymous(), new Action("GET"), Resource.unresolved(), context);
		EndpointPolicy policy = EndpointPolicy.ruled(new AuthorityRule(Set.of("orders:read"), Set.of()),
				AuthorityRule.none(), "benchmark");
		this.access = new AccessRequest(this.subjects.read(this.authentication, CredentialKind.JWT), new Action("GET"),
				Resource.endpoint("/orders/{id}", policy), context);
		this.outcome = new Outcome(this.decisionPoint.decide(Gate.ACCESS, this.access).toCompletableFuture().join(),
				200, 100, List.of(), End.COMPLETED, now, Duration.ZERO);
		this.learned.accept(this.outcome);
	}

	/**
	 * Stop the application.
	 */
	@TearDown
	public void close() {
		this.application.close();
	}

}
