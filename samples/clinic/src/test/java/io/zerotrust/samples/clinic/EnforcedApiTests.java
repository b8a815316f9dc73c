package io.zerotrust.samples.clinic;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static io.zerotrust.spring.test.ZtMockMvc.ztJwt;

@EnforcedClinic
class EnforcedApiTests extends ApiContract {

	@Override
	RequestPostProcessor caller(String... scopes) {
		return ztJwt().scopes(scopes);
	}

}
