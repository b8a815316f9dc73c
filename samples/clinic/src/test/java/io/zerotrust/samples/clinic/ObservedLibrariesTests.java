package io.zerotrust.samples.clinic;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

@ObservedClinic
class ObservedLibrariesTests extends LibrariesContract {

	@Override
	RequestPostProcessor caller(String... scopes) {
		return jwt().jwt((token) -> token.claim("scope", String.join(" ", scopes)));
	}

}
