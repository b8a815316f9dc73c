package io.zerotrust.spring.autoconfigure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestHandler;

import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.RequiresScope;

/**
 * Beans with rules in places where nobody would look for them.
 */
final class UnaskedServices {

	private UnaskedServices() {
	}

	interface Contract {

		@RequiresScope("ruled")
		String ruled();

	}

	@Configuration(proxyBeanMethods = false)
	static class ContractSettings implements Contract {

		@Override
		public String ruled() {
			return "ran";
		}

	}

	@RequiresScope("ruled")
	abstract static class Typed {

		public String ruled() {
			return "ran";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TypedSettings extends Typed {

	}

	@Controller
	static class ContractController implements Contract {

		@Override
		public String ruled() {
			return "ran";
		}

	}

	@AnyAuthenticated(reason = "the method says more")
	static class Handler implements HttpRequestHandler {

		@Override
		@RequiresScope("ruled")
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
			// nothing to say
		}

	}

	@AnyAuthenticated(reason = "the contract says more")
	static class ContractHandler implements HttpRequestHandler, Contract {

		@Override
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
			// nothing to say
		}

		@Override
		public String ruled() {
			return "ran";
		}

	}

	interface Shown {

		String ruled();

	}

	static class Hidden implements Shown {

		@Override
		@RequiresScope("ruled")
		public final String ruled() {
			return "ran";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Late {

		@Bean
		@Lazy
		Shown late() {
			return new Hidden();
		}

	}

}
