package io.zerotrust.spring.journey;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * An application without handlers of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BareApplication {

}
