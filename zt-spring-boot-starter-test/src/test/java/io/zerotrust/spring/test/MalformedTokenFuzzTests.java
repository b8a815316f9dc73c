package io.zerotrust.spring.test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.spring.token.VerifiedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred thousand texts that are no good tokens or proofs, through all filters: each
 * is refused with a code, whatever the endpoint, and nothing of them is kept.
 */
@SpringBootTest(properties = { "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://idp.example.com",
		"spring.security.oauth2.resourceserver.jwt.audiences=orders", "logging.level.root=off" })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
// closed, it gives the level of the log back
@DirtiesContext
class MalformedTokenFuzzTests {

	private static final int TOKENS = 80_000;

	private static final int PROOFS = 20_000;

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
		long kept = this.verified.size();
		assertThat(get("/orders", "Bearer " + good).getStatus()).isEqualTo(200);
		assertThat(this.verified.size()).isEqualTo(kept + 1);
		MalformedTokens texts = new MalformedTokens(20260101, List.of(good), part(good, 0), part(good, 1),
				MalformedTokenFuzzTests::sign);
		Map<String, Integer> answers = new TreeMap<>();
		long before = memory();
		for (int i = 0; i < TOKENS; i++) {
			String text = texts.next();
			count(answers, text,
					get((i % 2 == 0) ? "/orders" : "/catalog", ((i % 3 == 0) ? "bearer " : "Bearer ") + text));
		}
		// by more than one reason, or the texts reach nothing
		assertThat(answers).containsKeys("401 token.malformed", "401 token.signature", "401 token.algorithm",
				"401 token.key", "401 token.issuer", "400 request.rejected");
		// the issuer signed a few of them
		assertThat(this.verified.size()).isLessThan(10);
		assertThat(memory() - before).as("bytes kept").isLessThan(MOST_MEMORY);
		assertThat(get("/orders", "Bearer " + good).getStatus()).isEqualTo(200);
	}

	@Test
	@Timeout(value = 3, unit = TimeUnit.MINUTES)
	@Tag("D2")
	@Tag("D15")
	void getWhenProofMalformedThenRefusedWithACode() throws Exception {
		ECKey key = new ECKeyGenerator(Curve.P_256).generate();
		String token = this.issuer.token()
			.scopes("orders:read")
			.claim("cnf", Map.of("jkt", key.computeThumbprint().toString()))
			.mint();
		String header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + key.toPublicJWK().toJSONString() + "}";
		String members = "{\"jti\":\"1\",\"htm\":\"GET\",\"htu\":\"http://localhost/orders\",\"iat\":"
				+ Instant.now().getEpochSecond() + ",\"ath\":\"" + hash(token) + "\"}";
		String good = sign(key, encode(header) + "." + encode(members));
		assertThat(get("/orders", "DPoP " + token, good).getStatus()).isEqualTo(200);
		MalformedTokens texts = new MalformedTokens(9449, List.of(good), header, members, (input) -> sign(key, input));
		Map<String, Integer> answers = new TreeMap<>();
		long before = memory();
		for (int i = 0; i < PROOFS; i++) {
			String text = texts.next();
			count(answers, text, get("/orders", "DPoP " + token, text));
		}
		// what breaks no rule was signed anew with a jti that was used
		assertThat(answers).containsKeys("401 dpop.proof-malformed", "401 dpop.proof-signature", "401 dpop.replay",
				"400 request.rejected");
		assertThat(this.verified.size()).isLessThan(10);
		assertThat(memory() - before).as("bytes kept").isLessThan(MOST_MEMORY);
	}

	private static void count(Map<String, Integer> answers, String text, MockHttpServletResponse response)
			throws Exception {
		String body = response.getContentAsString();
		assertThat(response.getStatus()).as("%s", text).isIn(400, 401);
		int code = body.indexOf("\"code\":\"") + 8;
		assertThat(code).as("%s", text).isGreaterThan(8);
		answers.merge(response.getStatus() + " " + body.substring(code, body.indexOf('"', code)), 1, Integer::sum);
	}

	private MockHttpServletResponse get(String path, String authorization, String proof) throws Exception {
		return this.mvc
			.perform(MockMvcRequestBuilders.get(path).header("Authorization", authorization).header("DPoP", proof))
			.andReturn()
			.getResponse();
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

	private static String sign(ECKey key, String input) {
		try {
			return input + "." + new ECDSASigner(key).sign(new JWSHeader(JWSAlgorithm.ES256),
					input.getBytes(StandardCharsets.US_ASCII));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String json) {
		return Base64URL.encode(json).toString();
	}

	private static String hash(String token) throws NoSuchAlgorithmException {
		return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)))
			.toString();
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
