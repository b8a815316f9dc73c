package io.zerotrust.samples.clinic;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static io.zerotrust.spring.test.ZtMockMvc.ztJwt;

@EnforcedClinic
class EnforcedLibrariesTests extends LibrariesContract {

	@Override
	RequestPostProcessor caller(String... scopes) {
		return ztJwt().scopes(scopes);
	}

}
