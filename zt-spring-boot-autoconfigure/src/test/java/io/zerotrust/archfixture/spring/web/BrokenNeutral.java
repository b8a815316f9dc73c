package io.zerotrust.archfixture.spring.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.access.Context;
import io.zerotrust.archfixture.spring.autoconfigure.BrokenAutoConfiguration;
import io.zerotrust.archfixture.spring.lettuce.BrokenClient;
import io.zerotrust.archfixture.spring.observe.BrokenMetrics;
import io.zerotrust.check.CheckPipeline;
import io.zerotrust.decision.Challenge;
import io.zerotrust.spring.method.Surroundings;

/**
 * Breaks the rules of the adapters, so that the tests see them bite.
 */
class BrokenNeutral {

	BrokenClient redis = new BrokenClient();

	Surroundings surroundings = Context::at;

	BrokenMetrics metrics = new BrokenMetrics();

	@Bean
	Object bean(HttpServletRequest request) {
		return new BrokenAutoConfiguration();
	}

	Object look(Challenge challenge) {
		return challenge.proof();
	}

	Object ask(CheckPipeline pipeline, AccessRequest request) {
		return pipeline.evaluate(request);
	}

	Object count(MeterRegistry registry) {
		return registry.counter("zt.broken");
	}

	Object time() {
		return java.time.Instant.now();
	}

}
