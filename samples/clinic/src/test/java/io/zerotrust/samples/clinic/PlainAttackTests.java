package io.zerotrust.samples.clinic;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.zerotrust.spring.test.ZtTestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application lets through without zt: else zt would have no merit in refusing
 * it. The decoder checks what Spring Boot's does.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", PlainClinic.WITHOUT_ZT })
class PlainAttackTests {

	@LocalServerPort
	int port;

	@LocalManagementPort
	int managementPort;

	@Autowired
	ZtTestIssuer issuer;

	static List<Attack> attacks() {
		return Attack.all();
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void attackWhenPlainThenNotRefused(Attack attack) throws Exception {
		assertThat(attack.send(this.issuer, this.port, this.managementPort).statusCode()).isEqualTo(attack.plain());
	}

}
