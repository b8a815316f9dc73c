package io.zerotrust.spring.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.zerotrust.audit.AuditSink;
import io.zerotrust.check.Evaluation;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.spring.journey.GuardedServices.Bridged;
import io.zerotrust.spring.journey.GuardedServices.Inheriting;
import io.zerotrust.spring.journey.GuardedServices.Marked;
import io.zerotrust.spring.journey.GuardedServices.Plain;
import io.zerotrust.spring.journey.GuardedServices.Product;
import io.zerotrust.spring.journey.GuardedServices.Prototype;
import io.zerotrust.spring.journey.GuardedServices.RequestScoped;
import io.zerotrust.spring.journey.GuardedServices.Ruled;
import io.zerotrust.spring.journey.GuardedServices.SelfCalling;
import io.zerotrust.spring.journey.GuardedServices.SessionScoped;
import io.zerotrust.spring.journey.GuardedServices.Store;
import io.zerotrust.spring.journey.GuardedServices.Threads;

/**
 * An application whose handlers admit everybody known, and leave the rest to services. It
 * answers every exception with 200.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@Import({ ServiceApi.Controller.class, ServiceApi.Advice.class })
class ServiceApi {

	static final List<Evaluation> DECISIONS = new CopyOnWriteArrayList<>();

	static final LateClock CLOCK = new LateClock();

	@Bean
	AuditSink decisions() {
		return DECISIONS::add;
	}

	@Bean
	Clock clock() {
		return CLOCK;
	}

	@Bean
	AsyncTaskExecutor forgetting() {
		return new SimpleAsyncTaskExecutor();
	}

	@Bean
	AsyncTaskExecutor handingOver() {
		return new DelegatingSecurityContextAsyncTaskExecutor(new SimpleAsyncTaskExecutor());
	}

	@RestController
	static class Controller {

		private final Map<String, Callable<?>> calls;

		Controller(ApplicationContext context) {
			Plain plain = context.getBean(Plain.class);
			Threads threads = context.getBean(Threads.class);
			this.calls = Map.ofEntries(Map.entry("open", plain::open), Map.entry("protected", plain::inherited),
					Map.entry("packaged", plain::packaged), Map.entry("self", plain::self),
					Map.entry("role", plain::role), Map.entry("strong", plain::strong),
					Map.entry("everybody", plain::everybody), Map.entry("unruled", plain::unruled),
					Map.entry("interfaced", () -> context.getBean(Ruled.class).interfaced()),
					Map.entry("defaulted", () -> context.getBean(Ruled.class).defaulted()),
					Map.entry("bridged", () -> store(context).save("a")),
					Map.entry("overridden", () -> context.getBean(Bridged.class).load(1)),
					Map.entry("inheritedByTyped", () -> context.getBean(Inheriting.class).inheritedByTyped()),
					Map.entry("marked", () -> context.getBean(Marked.class).marked()),
					Map.entry("throughItself", () -> context.getBean(SelfCalling.class).throughItself()),
					Map.entry("prototype", () -> context.getBean(Prototype.class).prototype()),
					Map.entry("requestScoped", () -> context.getBean(RequestScoped.class).requestScoped()),
					Map.entry("sessionScoped", () -> context.getBean(SessionScoped.class).sessionScoped()),
					Map.entry("product", () -> context.getBean(Product.class).product()),
					Map.entry("future", threads::future), Map.entry("forgotten", threads::forgotten),
					Map.entry("handedOver", threads::handedOver), Map.entry("wrapped", () -> wrap(plain::open)),
					Map.entry("supplied", () -> CompletableFuture.supplyAsync(plain::open)),
					Map.entry("virtual", () -> onThread(plain::open)),
					Map.entry("parallel",
							() -> new ForkJoinPool(2)
								.submit(() -> List.of(1, 2, 3).parallelStream().map((i) -> plain.open()).toList())
								.get()),
					Map.entry("late", () -> {
						CLOCK.late = Duration.ofHours(2);
						return plain.open();
					}));
		}

		@GetMapping("/call/{name}")
		@AnyAuthenticated(reason = "services decide")
		Object call(@PathVariable String name) throws Exception {
			return this.calls.get(name).call();
		}

		@GetMapping("/open/{name}")
		@PublicAccess(reason = "services decide")
		Object open(@PathVariable String name) throws Exception {
			return this.calls.get(name).call();
		}

		@SuppressWarnings("unchecked")
		private static Store<String> store(ApplicationContext context) {
			ObjectProvider<Store<?>> stores = context
				.getBeanProvider(org.springframework.core.ResolvableType.forClass(Store.class));
			return (Store<String>) stores.getObject();
		}

		private static String wrap(Callable<String> call) {
			try {
				return call.call();
			}
			catch (Exception ex) {
				throw new IllegalStateException("the service failed", ex);
			}
		}

		/**
		 * Start a thread by hand, a virtual one where there are such.
		 */
		private static CompletableFuture<String> onThread(Callable<String> call) throws Exception {
			CompletableFuture<String> future = new CompletableFuture<>();
			Runnable task = () -> {
				try {
					future.complete(call.call());
				}
				catch (Exception ex) {
					future.completeExceptionally(ex);
				}
			};
			if (Runtime.version().feature() >= 21) {
				Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
			}
			else {
				new Thread(task).start();
			}
			return future;
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler(Exception.class)
		String handle(Exception ex) {
			return "handled " + ex.getClass().getName();
		}

	}

	/**
	 * A clock that can be late.
	 */
	static final class LateClock extends Clock {

		private volatile Duration late = Duration.ZERO;

		void reset() {
			this.late = Duration.ZERO;
		}

		@Override
		public Instant instant() {
			return Clock.systemUTC().instant().plus(this.late);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
