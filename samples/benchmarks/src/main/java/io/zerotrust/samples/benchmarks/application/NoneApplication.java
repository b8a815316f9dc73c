package io.zerotrust.samples.benchmarks.application;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The endpoint without Spring Security: what MVC alone costs.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OrderController.class)
class NoneApplication {

}
