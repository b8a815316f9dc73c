package io.zerotrust.spring.web;

import io.zerotrust.policy.RequiresScope;

/**
 * Interfaces with rules and what implements them, for
 * {@link InheritanceCombinationTests}.
 */
final class RuledInterfaces {

	private RuledInterfaces() {
	}

	interface Api {

		@RequiresScope("api")
		void get();

	}

	interface Other {

		@RequiresScope("other")
		void get();

	}

	interface Same {

		@RequiresScope("api")
		void get();

	}

	interface Below extends Api {

		@Override
		@RequiresScope("below")
		void get();

	}

	@RequiresScope("typed-api")
	interface TypedApi {

		void get();

	}

	static class ImplementsApi implements Api {

		@Override
		public void get() {
		}

	}

	static class ImplementsTypedApi implements TypedApi {

		@Override
		public void get() {
		}

	}

	static class OverridesApi implements Api {

		@Override
		@RequiresScope("own")
		public void get() {
		}

	}

	@RequiresScope("type")
	static class TypedImplementsApi implements Api {

		@Override
		public void get() {
		}

	}

	static class PlainBase {

		public void get() {
		}

	}

	static class InheritsAndImplements extends PlainBase implements Api {

	}

	static class ImplementsBelow implements Below {

		@Override
		public void get() {
		}

	}

	static class Agreeing implements Api, Same {

		@Override
		public void get() {
		}

	}

	static class Disagreeing implements Api, Other {

		@Override
		public void get() {
		}

	}

	static class Deciding implements Api, Other {

		@Override
		@RequiresScope("own")
		public void get() {
		}

	}

}
