package io.zerotrust.spring.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.token.VerifiedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred thousand texts that are no good tokens, through all filters: each is refused
 * with a code, whatever the endpoint, and nothing of them is kept.
 */
@SpringBootTest(properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
		"spring.security.oauth2.resourceserver.jwt.audiences=orders", "logging.level.root=off" })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class MalformedTokenFuzzTests {

	private static final int TEXTS = 100_000;

	private static final long MOST_MEMORY = 128L << 20;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ZtTestIssuer issuer;

	@Autowired
	private VerifiedTokens verified;

	@Test
	@Timeout(value = 3, unit = TimeUnit.MINUTES)
	@Tag("B8")
	@Tag("AT11")
	@Tag("J5")
	@Tag("J15")
	void getWhenTokenMalformedThenRefusedWithACode() throws Exception {
		String good = this.issuer.token().scopes("orders:read").mint();
		assertThat(get("/orders", "Bearer " + good).getStatus()).isEqualTo(200);
		assertThat(this.verified.size()).isEqualTo(1);
		MalformedTokens texts = new MalformedTokens(20260101, List.of(good), part(good, 0), part(good, 1),
				MalformedTokenFuzzTests::sign);
		Map<String, Integer> answers = new TreeMap<>();
		long before = memory();
		for (int i = 0; i < TEXTS; i++) {
			String text = texts.next();
			MockHttpServletResponse response = get((i % 2 == 0) ? "/orders" : "/catalog",
					((i % 3 == 0) ? "bearer " : "Bearer ") + text);
			String body = response.getContentAsString();
			assertThat(response.getStatus()).as("%d: %s", i, text).isIn(400, 401);
			int code = body.indexOf("\"code\":\"") + 8;
			assertThat(code).as("%d: %s", i, text).isGreaterThan(8);
			answers.merge(response.getStatus() + " " + body.substring(code, body.indexOf('"', code)), 1, Integer::sum);
		}
		// by more than one reason, or the texts reach nothing
		assertThat(answers).containsKeys("401 token.malformed", "401 token.signature", "401 token.algorithm",
				"401 token.key", "401 token.issuer", "400 request.rejected");
		// the issuer signed a few of them
		assertThat(this.verified.size()).isLessThan(10);
		assertThat(memory() - before).as("bytes kept").isLessThan(MOST_MEMORY);
		assertThat(get("/orders", "Bearer " + good).getStatus()).isEqualTo(200);
	}

	private MockHttpServletResponse get(String path, String authorization) throws Exception {
		return this.mvc.perform(MockMvcRequestBuilders.get(path).header("Authorization", authorization))
			.andReturn()
			.getResponse();
	}

	private static String part(String token, int part) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[part]), StandardCharsets.UTF_8);
	}

	private static String sign(String input) {
		try {
			return input + "." + new RSASSASigner(SigningKeys.trusted()).sign(new JWSHeader(JWSAlgorithm.RS256),
					input.getBytes(StandardCharsets.US_ASCII));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long memory() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping("/orders")
		@RequiresScope("orders:read")
		String orders() {
			return "orders";
		}

		@GetMapping("/catalog")
		@PublicAccess(reason = "everybody may look")
		String catalog() {
			return "catalog";
		}

	}

}
