package io.zerotrust.samples.clinic;

@ObservedClinic
class ObservedPortsTests extends PortsContract {

	@Override
	String token(String... scopes) {
		return TestTokens.token(scopes);
	}

}
