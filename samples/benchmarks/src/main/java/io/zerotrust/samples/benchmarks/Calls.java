package io.zerotrust.samples.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.zerotrust.samples.benchmarks.application.Call;
import io.zerotrust.samples.benchmarks.application.Tokens;

/**
 * Calls without end, each with another token than the one before.
 */
final class Calls {

	/**
	 * How many tokens are minted before they come again.
	 */
	private static final int TOKENS = 1000;

	/**
	 * How many addresses there are before they come again: so many that nobody counts to
	 * a limit on one of them.
	 */
	private static final int ADDRESSES = 1 << 15;

	private Calls() {
	}

	/**
	 * Calls with valid tokens from one address.
	 */
	static Supplier<Call> valid() {
		return new Turns(Valid.TOKENS, "203.0.113.7");
	}

	/**
	 * Return valid tokens.
	 */
	static List<String> validTokens() {
		return List.of(Valid.TOKENS);
	}

	/**
	 * Calls with forged tokens from one address.
	 */
	static Supplier<Call> forged(String address) {
		return new Turns(Forged.TOKENS, address);
	}

	/**
	 * Calls with forged tokens, each from another address.
	 */
	static Supplier<Call> forgedFromEverywhere() {
		Supplier<Call> forged = forged("");
		return new Supplier<>() {

			private int next;

			@Override
			public Call get() {
				this.next = (this.next + 1) % ADDRESSES;
				String address = "10." + (this.next & 0xff) + '.' + (this.next >> 8) + ".1";
				return new Call(forged.get().token(), address);
			}

		};
	}

	private static String[] tokens(Function<Instant, String> mint) {
		String[] tokens = new String[TOKENS];
		Instant now = Instant.now();
		for (int i = 0; i < TOKENS; i++) {
			tokens[i] = mint.apply(now);
		}
		return tokens;
	}

	/**
	 * Minted once, as that costs more than to verify them.
	 */
	private static final class Valid {

		static final String[] TOKENS = tokens(Tokens::mint);

	}

	private static final class Forged {

		static final String[] TOKENS = tokens(Tokens::forge);

	}

	private static final class Turns implements Supplier<Call> {

		private final String[] tokens;

		private final String address;

		private int next;

		Turns(String[] tokens, String address) {
			this.tokens = tokens;
			this.address = address;
		}

		@Override
		public Call get() {
			this.next = (this.next + 1) % this.tokens.length;
			return new Call(this.tokens[this.next], this.address);
		}

	}

}
