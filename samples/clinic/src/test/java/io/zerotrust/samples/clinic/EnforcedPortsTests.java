package io.zerotrust.samples.clinic;

import org.springframework.beans.factory.annotation.Autowired;

import io.zerotrust.spring.test.ZtTestIssuer;

@EnforcedClinic
class EnforcedPortsTests extends PortsContract {

	@Autowired
	ZtTestIssuer issuer;

	@Override
	String token(String... scopes) {
		return this.issuer.token().scopes(scopes).mint();
	}

}
