package io.zerotrust.spring.journey;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A wide rule about resources opens nothing that has a stricter route of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class StricterRouteJourneyTests {

	private static final List<String> ROUTES = List.of("zt.public-resources=/**", "zt.routes[0].paths=/inside",
			"zt.routes[0].scopes=inside", "zt.routes[1].paths=/handbook/**", "zt.routes[1].scopes=handbook",
			"zt.routes[2].resources=/handbook/deeper/**", "zt.routes[2].any-authenticated=all may read");

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(ROUTES, Pages.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void getWhenViewHasStricterRouteThenItHolds() throws IOException {
		assertThat(application.get("/inside").status()).isEqualTo(401);
		assertThat(application.get("/inside", application.bearer()).code()).isEqualTo("policy.scope-missing");
		assertThat(application.get("/inside", application.bearer("inside")).status()).isEqualTo(202);
		assertThat(application.get("/outside").status()).isEqualTo(202);
	}

	@Test
	void getWhenResourcesHaveStricterRouteThenItHolds() throws IOException {
		assertThat(application.get("/handbook/file.txt").status()).isEqualTo(401);
		assertThat(application.get("/handbook/file.txt", application.bearer("handbook")).status()).isEqualTo(200);
		assertThat(application.get("/handbook/deeper/file.txt").status()).isEqualTo(401);
		assertThat(application.get("/handbook/deeper/file.txt", application.bearer()).status()).isEqualTo(200);
	}

	@Test
	void startWhenViewIsUnderResourceRuleThenIsNoGap() {
		List<String> routes = List.of("zt.public-resources=/**", "zt.routes[0].paths=/inside",
				"zt.routes[0].scopes=inside");
		RunningApplication.start(routes, Pages.class).close();
	}

	@Test
	void startWhenPathsAndResourcesSpeakForOnePatternThenFails(CapturedOutput output) {
		List<String> routes = List.of("zt.public-resources=/handbook/**,/outside", "zt.routes[0].paths=/inside",
				"zt.routes[0].scopes=inside", "zt.routes[1].paths=/handbook/**", "zt.routes[1].scopes=handbook");
		assertThatException().isThrownBy(() -> RunningApplication.start(routes, Pages.class));
		assertThat(output)
			.contains("zt.routes[1].paths has /handbook/**, about which a rule for resources speaks too.");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Pages implements WebMvcConfigurer {

		@Override
		public void addViewControllers(ViewControllerRegistry registry) {
			registry.addStatusController("/inside", HttpStatus.ACCEPTED);
			registry.addStatusController("/outside", HttpStatus.ACCEPTED);
		}

		@Override
		public void addResourceHandlers(ResourceHandlerRegistry registry) {
			registry.addResourceHandler("/handbook/**").addResourceLocations("classpath:/journey-static/listed/");
		}

	}

}
