package io.zerotrust.spring.method;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.interceptor.ExposeInvocationInterceptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Context;
import io.zerotrust.audit.AuditedDecisionPoint;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.check.DecisionPoint;
import io.zerotrust.check.Evaluation;
import io.zerotrust.check.Finding;
import io.zerotrust.check.Gate;
import io.zerotrust.check.Mode;
import io.zerotrust.check.RemoteCheck;
import io.zerotrust.check.Step;
import io.zerotrust.policy.PolicyCheck;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.web.AuthenticationSubjectReader;
import io.zerotrust.spring.web.SubjectReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Methods that return something to subscribe to are decided on for each subscriber, and
 * run only when he may.
 */
class ReactiveGuardTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final List<Evaluation> decisions = new CopyOnWriteArrayList<>();

	private final AtomicInteger runs = new AtomicInteger();

	private final Service service = proxy(Mode.ENFORCE);

	@AfterEach
	void forget() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void callWhenNobodySubscribesThenNothingIsAskedNorRun() {
		this.service.mono();
		this.service.flux();
		assertThat(this.decisions).isEmpty();
		assertThat(this.runs).hasValue(0);
	}

	@Test
	void subscribeWhenContextKnowsCallerThenRunsEachTime() {
		Mono<String> mono = this.service.mono()
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("ruled")));
		assertThat(mono.block(LONG)).isEqualTo("run 1");
		assertThat(mono.block(LONG)).isEqualTo("run 2");
		assertThat(this.decisions).hasSize(2).allMatch(Evaluation::isPermitted);
		Flux<String> flux = this.service.flux()
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("ruled")));
		assertThat(flux.collectList().block(LONG)).containsExactly("run 3", "more");
		assertThat(Flux.from(this.service.publisher())
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("ruled")))
			.blockLast(LONG)).isEqualTo("more");
	}

	@Test
	void subscribeWhenContextHasNoScopeThenRefusedUnrun() {
		Mono<String> mono = this.service.mono();
		assertRefused(mono.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("other"))),
				"policy.scope-missing");
		assertRefused(
				Mono.from(this.service.flux())
					.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("other"))),
				"policy.scope-missing");
		assertThat(this.runs).hasValue(0);
		// the same object, another subscriber
		assertThat(mono.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("ruled"))).block(LONG))
			.isEqualTo("run 1");
	}

	@Test
	void subscribeWhenContextKnowsNobodyThenTheThreadDoesNotHelp() {
		SecurityContextHolder.getContext().setAuthentication(jwt("ruled"));
		assertRefused(this.service.mono().contextWrite(ReactiveSecurityContextHolder.withSecurityContext(Mono.empty())),
				"subject.missing");
		assertThat(this.decisions).allMatch((decision) -> decision.request().subject().isAnonymous());
	}

	@Test
	void subscribeWhenContextIsSilentThenCallingThreadCounts() {
		assertRefused(this.service.mono(), "subject.missing");
		SecurityContextHolder.getContext().setAuthentication(jwt("ruled"));
		Mono<String> called = this.service.mono();
		SecurityContextHolder.clearContext();
		assertThat(called.subscribeOn(Schedulers.parallel()).block(LONG)).isEqualTo("run 1");
		SecurityContextHolder.getContext().setAuthentication(jwt("other"));
		assertThat(called.block(LONG)).isEqualTo("run 2");
	}

	@Test
	void subscribeWhenFlowThenCallingThreadCounts() {
		assertRefused(JdkFlowAdapter.flowPublisherToFlux(this.service.flow()).next(), "subject.missing");
		SecurityContextHolder.getContext().setAuthentication(jwt("ruled"));
		assertThat(JdkFlowAdapter.flowPublisherToFlux(this.service.flow()).blockLast(LONG)).isEqualTo("more");
	}

	@Test
	void callWhenFutureOrSubclassOfReactiveTypeThenDecidedAtOnce() throws Exception {
		assertThatExceptionOfType(InvocationRefusedException.class).isThrownBy(this.service::future);
		assertThatExceptionOfType(InvocationRefusedException.class).isThrownBy(this.service::connectable);
		assertThatExceptionOfType(InvocationRefusedException.class).isThrownBy(this.service::plain);
		assertThat(this.runs).hasValue(0);
		SecurityContextHolder.getContext().setAuthentication(jwt("ruled"));
		assertThat(this.service.future().get()).isEqualTo("run 1");
		assertThat(this.service.connectable().autoConnect().blockLast(LONG)).isEqualTo("more");
	}

	@Test
	void subscribeWhenBodyThrowsOrReturnsNothingThenSignalled() {
		SecurityContextHolder.getContext().setAuthentication(jwt("ruled"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.service.throwing().block(LONG));
		Mono<String> nothing = Objects.requireNonNull(this.service.nothing());
		assertThat(nothing.blockOptional(LONG)).isEmpty();
	}

	@Test
	void subscribeWhenSurroundingsTravelThenAsked() throws Exception {
		InetAddress address = InetAddress.getByName("192.0.2.1");
		Instant before = Instant.now();
		this.service.mono()
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("ruled")))
			.contextWrite(ReactiveSurroundings.of((time) -> new Context(time, address, true, "agent", "device")))
			.block(LONG);
		Context asked = this.decisions.get(0).request().context();
		assertThat(asked.client()).isEqualTo(address);
		assertThat(asked.device()).isEqualTo("device");
		assertThat(asked.time()).isBetween(before, Instant.now());
	}

	// a remote check may answer late; nobody waits for it
	@Test
	void subscribeWhenCheckIsRemoteThenEventLoopGoesOn() {
		Service remote = proxy(Mode.ENFORCE, new Remote());
		Mono<String> subscribed = remote.mono()
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("ruled")))
			.subscribeOn(Schedulers.parallel());
		assertThat(subscribed.block(LONG)).isEqualTo("run 1");
		assertThat(this.decisions).singleElement().matches(Evaluation::isPermitted);
	}

	@Test
	void callWhenCheckIsRemoteOnEventLoopThenPlainMethodIsRefused() {
		Service remote = proxy(Mode.ENFORCE, new Remote());
		assertRefused(Mono.fromCallable(() -> asRuled(remote)).subscribeOn(Schedulers.parallel()), "check.would-block");
		assertThat(this.runs).hasValue(0);
		assertThat(Mono.fromCallable(() -> asRuled(remote)).subscribeOn(Schedulers.boundedElastic()).block(LONG))
			.isEqualTo("run 1");
	}

	@Test
	void callWhenCheckIsRemoteAndObservedThenPlainMethodRuns() {
		Service remote = proxy(Mode.OBSERVE, new Remote());
		assertThat(Mono.fromCallable(() -> asRuled(remote)).subscribeOn(Schedulers.parallel()).block(LONG))
			.isEqualTo("run 1");
	}

	private static String asRuled(Service service) {
		SecurityContextHolder.getContext().setAuthentication(jwt("ruled"));
		try {
			return service.plain();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	// advice of AspectJ finds its invocation there
	@Test
	void subscribeWhenAdviceBehindLooksForItsInvocationThenFound() {
		ProxyFactory factory = factory(Mode.ENFORCE);
		factory.addAdvice(0, ExposeInvocationInterceptor.INSTANCE);
		factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) (invocation) -> {
			assertThat(ExposeInvocationInterceptor.currentInvocation().getMethod()).isEqualTo(invocation.getMethod());
			return invocation.proceed();
		});
		Mono<String> mono = ((Service) factory.getProxy()).mono()
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(jwt("ruled")));
		assertThat(mono.subscribeOn(Schedulers.parallel()).block(LONG)).isEqualTo("run 1");
		assertThat(mono.block(LONG)).isEqualTo("run 2");
	}

	private void assertRefused(Mono<?> refused, String code) {
		assertThatExceptionOfType(InvocationRefusedException.class).isThrownBy(() -> refused.block(LONG))
			.satisfies((ex) -> assertThat(ex.refusal().reason().code()).isEqualTo(code));
	}

	private static Authentication jwt(String scope) {
		return new JwtAuthenticationToken(Jwt.withTokenValue("unread")
			.header("alg", "none")
			.issuer("https://idp.example.com")
			.subject("alice")
			.claim("scope", scope)
			.build(), List.of());
	}

	private Service proxy(Mode mode, RemoteCheck... remote) {
		return (Service) factory(mode, remote).getProxy();
	}

	private ProxyFactory factory(Mode mode, RemoteCheck... remote) {
		List<Step> steps = new ArrayList<>();
		for (RemoteCheck check : remote) {
			steps.add(Step.of(check));
		}
		steps.add(Step.granting(new PolicyCheck()));
		DecisionPoint decisionPoint = new AuditedDecisionPoint(
				List.of(new CheckPipeline(Gate.INVOCATION, mode, steps, () -> "0")), () -> "0",
				List.of(this.decisions::add));
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("decisionPoint", decisionPoint);
		SubjectReader subjects = new AuthenticationSubjectReader();
		beans.registerSingleton("subjects", subjects);
		ProxyFactory factory = new ProxyFactory(new Service(this.runs));
		factory.setProxyTargetClass(true);
		factory.addAdvisor(new MethodGates(beans, mode).advisor());
		return factory;
	}

	/**
	 * Answers late.
	 */
	private static final class Remote implements RemoteCheck {

		@Override
		public String name() {
			return "remote";
		}

		@Override
		public CompletionStage<Finding> evaluate(AccessRequest request) {
			return CompletableFuture.supplyAsync(Finding::pass,
					CompletableFuture.delayedExecutor(20, java.util.concurrent.TimeUnit.MILLISECONDS));
		}

	}

	@RequiresScope("ruled")
	static class Service {

		private final AtomicInteger runs;

		Service(AtomicInteger runs) {
			this.runs = runs;
		}

		String plain() {
			return "run " + this.runs.incrementAndGet();
		}

		CompletableFuture<String> future() {
			return CompletableFuture.completedFuture(plain());
		}

		Mono<String> mono() {
			return Mono.just(plain());
		}

		Flux<String> flux() {
			return Flux.just(plain(), "more");
		}

		Publisher<String> publisher() {
			return flux();
		}

		Flow.Publisher<String> flow() {
			return JdkFlowAdapter.publisherToFlowPublisher(flux());
		}

		ConnectableFlux<String> connectable() {
			return flux().publish();
		}

		Mono<String> throwing() {
			throw new IllegalStateException("a fault of the application");
		}

		@Nullable Mono<String> nothing() {
			return null;
		}

	}

}
