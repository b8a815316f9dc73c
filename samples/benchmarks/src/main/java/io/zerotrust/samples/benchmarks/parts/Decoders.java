package io.zerotrust.samples.benchmarks.parts;

import java.time.Instant;
import java.util.function.Function;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.security.oauth2.jwt.JwtDecoder;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Tokens;
import io.zerotrust.samples.benchmarks.application.Variant;
import io.zerotrust.samples.benchmarks.application.Variants;

/**
 * Decoders as applications have them, and tokens for them. Each token is another text, as
 * it is when it comes with a request.
 */
@State(Scope.Benchmark)
public class Decoders {

	private static final int TOKENS = 1000;

	private final Variant plainServer = Variants.resourceServer();

	private final Variant coldServer = Variants.ztMinimal();

	private final Variant warmServer = Variants.ztMinimalWarm();

	private final Variant correttoServer = Variants.ztMinimalCorretto();

	final JwtDecoder plain = this.plainServer.bean(JwtDecoder.class);

	final JwtDecoder cold = this.coldServer.bean(JwtDecoder.class);

	final JwtDecoder warm = this.warmServer.bean(JwtDecoder.class);

	final JwtDecoder corretto = this.correttoServer.bean(JwtDecoder.class);

	private final char[][] rsa = mint(Tokens::mint);

	private final char[][] elliptic = mint(Tokens::mintElliptic);

	private int next;

	String rsa() {
		return new String(this.rsa[turn()]);
	}

	String elliptic() {
		return new String(this.elliptic[turn()]);
	}

	int request() throws Exception {
		return this.plainServer.send(new Call(rsa(), "203.0.113.7"));
	}

	private int turn() {
		this.next = (this.next + 1) % TOKENS;
		return this.next;
	}

	private static char[][] mint(Function<Instant, String> mint) {
		char[][] tokens = new char[TOKENS][];
		Instant now = Instant.now();
		for (int i = 0; i < TOKENS; i++) {
			tokens[i] = mint.apply(now).toCharArray();
		}
		return tokens;
	}

	/**
	 * Stop the applications.
	 */
	@TearDown
	public void close() {
		this.plainServer.close();
		this.coldServer.close();
		this.warmServer.close();
		this.correttoServer.close();
	}

}
