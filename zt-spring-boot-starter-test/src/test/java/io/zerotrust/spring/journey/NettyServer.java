package io.zerotrust.spring.journey;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets a WebFlux application run on Netty where there are other servers too.
 */
@Configuration(proxyBeanMethods = false)
class NettyServer {

	@Bean
	NettyReactiveWebServerFactory nettyReactiveWebServerFactory() {
		return new NettyReactiveWebServerFactory();
	}

}
