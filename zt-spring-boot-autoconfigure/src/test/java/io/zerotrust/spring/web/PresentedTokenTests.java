package io.zerotrust.spring.web;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where tokens are looked for.
 */
class PresentedTokenTests {

	@ParameterizedTest
	@CsvSource(nullValues = "null", textBlock = """
			Bearer abc, true, abc
			bearer abc, true, abc
			DPoP abc, true, abc
			dpop abc, true, abc
			'Bearer  abc', true, ' abc'
			Bearer, true, null
			Bearertoken, true, null
			Basic abc, false, null
			Bear abc, false, null
			null, false, null
			""")
	@Tag("B1")
	void ofWhenHeaderThenTokenOfBothSchemes(String header, boolean meant, String token) {
		assertThat(PresentedToken.isMeant(header)).isEqualTo(meant);
		assertThat(PresentedToken.of(header)).isEqualTo(token);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", textBlock = """
			access_token=a, true
			a=b&access_token=a, true
			a=b&access_token, true
			access%5Ftoken=a, true
			%61ccess_token=a&b=%20, true
			access_token%=a, false
			xaccess_token=a, false
			access_tokens=a, false
			a=access_token=b, false
			a=%&b=c, false
			Access_Token=a, false
			&&, false
			'', false
			null, false
			""")
	@Tag("B2")
	void isInQueryWhenNameIsSpelledAnyWayThenFound(String query, boolean found) {
		assertThat(PresentedToken.isInQuery(query)).isEqualTo(found);
	}

}
