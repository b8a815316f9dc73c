package io.zerotrust.token.dpop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetUriTests {

	@ParameterizedTest
	@CsvSource({ "http://A.example/, http://a.example/", "HTTP://a.example, http://a.example/",
			"http://a.example:80/x, http://a.example/x", "https://a.example:443/x, https://a.example/x",
			"https://a.example:0443/x, https://a.example/x", "http://a.example:443/, http://a.example:443/",
			"http://a.example:/x, http://a.example/x", "http://a.example?q=1, http://a.example/",
			"http://a.example/x?q=/../y, http://a.example/x", "http://a.example#f, http://a.example/",
			"http://a.example/%7Euser, http://a.example/~user", "http://a.example/%e4, http://a.example/%E4",
			"http://a.example/a/./b, http://a.example/a/b", "http://a.example/a/../b, http://a.example/b",
			"http://a.example/../../b, http://a.example/b", "http://a.example/a/.., http://a.example/",
			"http://a.example/a/., http://a.example/a/", "http://a.example/%2e%2E/b, http://a.example/b",
			"http://a.example/.hidden, http://a.example/.hidden", "http://a.example/a//b, http://a.example/a//b",
			"http://a.example/a;v=1, http://a.example/a;v=1", "'http://[2001:DB8::1]:80/x', 'http://[2001:db8::1]/x'",
			"'http://[::1]:8080', 'http://[::1]:8080/'", "http://a%2eexample/, http://a.example/",
			"http://ex%C3%A4/, http://ex%C3%A4/", "http://a.example/a%2Fb, http://a.example/a%2Fb" })
	@Tag("D8")
	void normaliseThenOneForm(String uri, String normal) {
		assertThat(TargetUri.normalise(uri)).isEqualTo(normal);
		assertThat(TargetUri.normalise(normal)).isEqualTo(normal);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "http", "http:", "http:/", "http://", "http:///x", "ftp://a.example/", "a.example/x",
			"http://user@a.example/", "http://user:pass@a.example/", "http://a.example:x/", "http://a.example:65536/",
			"http://a.example:99999999999/", "http://a.example:-1/", "http://a.example/%", "http://a.example/%2",
			"http://a.example/%zz", "http://a.example/\u00e4", "http://a.example/a b", "http://a.example/a\\b",
			"http://a.example\\b/", "http://[::1/", "http://[]/", "http://[v1.x]/", "http://a.example:80:80/",
			"http://a example/", "http://\u212A.example/", "http://a.example/%\uFF11\uFF11", "?http://a/", "#://",
			"http:?//a.example/" })
	@Tag("D7")
	void normaliseWhenNoWebUriThenNone(String uri) {
		assertThat(TargetUri.normalise(uri)).isNull();
	}

	@Test
	void normaliseWhenEverythingIsRandomThenIdempotentAndNeverThrows() {
		java.util.Random random = new java.util.Random(7);
		String alphabet = "http://a.%2eEf;:@[]?#\\\u00e4\0-+0189";
		for (int i = 0; i < 50_000; i++) {
			StringBuilder uri = new StringBuilder(random.nextBoolean() ? "http://" : "");
			for (int j = random.nextInt(30); j > 0; j--) {
				uri.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			String normal = TargetUri.normalise(uri.toString());
			if (normal != null) {
				assertThat(TargetUri.normalise(normal)).as("%s", uri).isEqualTo(normal);
			}
		}
	}

}
