package io.zerotrust.spring.journey;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CompletableFuture;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;

/**
 * Services with rules in every place they may stand.
 */
final class GuardedServices {

	static final Class<?>[] ALL = { Plain.class, Interfaced.class, Bridged.class, Inheriting.class, Marked.class,
			SelfCalling.class, Prototype.class, RequestScoped.class, SessionScoped.class, Products.class,
			Threads.class };

	private GuardedServices() {
	}

	@Component
	static class Plain {

		@RequiresScope("ruled")
		public String open() {
			return Ran.record("open");
		}

		@RequiresScope("ruled")
		protected String inherited() {
			return Ran.record("protected");
		}

		@RequiresScope("ruled")
		String packaged() {
			return Ran.record("packaged");
		}

		public String self() {
			return open();
		}

		@RequiresRole("admin")
		public String role() {
			return Ran.record("role");
		}

		@AnyAuthenticated(reason = "strong enough")
		@RequiresStepUp(acr = "gold", maxAge = 60)
		public String strong() {
			return Ran.record("strong");
		}

		@PublicAccess(reason = "the price list")
		public String everybody() {
			return Ran.record("everybody");
		}

		public String unruled() {
			return Ran.record("unruled");
		}

	}

	interface Ruled {

		@RequiresScope("ruled")
		String interfaced();

		@RequiresScope("ruled")
		default String defaulted() {
			return Ran.record("defaulted");
		}

	}

	@Component
	static class Interfaced implements Ruled {

		@Override
		public String interfaced() {
			return Ran.record("interfaced");
		}

	}

	interface Store<T> {

		@RequiresScope("ruled")
		String save(T value);

	}

	abstract static class Base<T> {

		@RequiresScope("ruled")
		public String load(T value) {
			return Ran.record("base");
		}

	}

	@Component
	static class Bridged extends Base<Integer> implements Store<String> {

		@Override
		public String save(String value) {
			return Ran.record("bridged");
		}

		@Override
		public String load(Integer value) {
			return Ran.record("overridden");
		}

	}

	static class Parent {

		public String inheritedByTyped() {
			return Ran.record("inheritedByTyped");
		}

	}

	@Component
	@RequiresScope("ruled")
	static class Inheriting extends Parent {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresScope("ruled")
	@interface Marker {

	}

	@Component
	static class Marked {

		@Marker
		public String marked() {
			return Ran.record("marked");
		}

	}

	@Component
	static class SelfCalling {

		private final SelfCalling self;

		SelfCalling(@Lazy SelfCalling self) {
			this.self = self;
		}

		public String throughItself() {
			return this.self.ruled();
		}

		@RequiresScope("ruled")
		public String ruled() {
			return Ran.record("throughItself");
		}

	}

	@Component
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	static class Prototype {

		@RequiresScope("ruled")
		public String prototype() {
			return Ran.record("prototype");
		}

	}

	@Component
	@Scope(value = WebApplicationContext.SCOPE_REQUEST, proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class RequestScoped {

		@RequiresScope("ruled")
		public String requestScoped() {
			return Ran.record("requestScoped");
		}

	}

	@Component
	@Scope(value = WebApplicationContext.SCOPE_SESSION, proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class SessionScoped {

		@RequiresScope("ruled")
		public String sessionScoped() {
			return Ran.record("sessionScoped");
		}

	}

	/**
	 * What a factory makes, as a repository is made.
	 */
	interface Product {

		@RequiresScope("ruled")
		String product();

	}

	@Component("product")
	static class Products implements FactoryBean<Product> {

		@Override
		public Product getObject() {
			return () -> Ran.record("product");
		}

		@Override
		public Class<?> getObjectType() {
			return Product.class;
		}

	}

	@Component
	static class Threads {

		@RequiresScope("ruled")
		public CompletableFuture<String> future() {
			return CompletableFuture.completedFuture(Ran.record("future"));
		}

		@Async("forgetting")
		@RequiresScope("ruled")
		public CompletableFuture<String> forgotten() {
			return CompletableFuture.completedFuture(Ran.record("forgotten"));
		}

		@Async("handingOver")
		@RequiresScope("ruled")
		public CompletableFuture<String> handedOver() {
			return CompletableFuture.completedFuture(Ran.record("handedOver"));
		}

	}

}
