package io.zerotrust.samples.clinic;

@PlainClinic
class PlainPortsTests extends PortsContract {

	@Override
	String token(String... scopes) {
		return TestTokens.token(scopes);
	}

}
