package io.zerotrust.spring.web;

import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;

/**
 * Types whose methods override one another only at a second look, or not at all, for
 * {@link InheritanceCombinationTests}.
 */
final class LookAlikeTypes {

	private LookAlikeTypes() {
	}

	interface Generic<T> {

		@RequiresScope("generic")
		void put(T value);

	}

	static class ImplementsGeneric implements Generic<String> {

		@Override
		public void put(String value) {
		}

	}

	abstract static class GenericBase<T> {

		@RequiresScope("generic-base")
		abstract void put(T value);

	}

	abstract static class MiddleBase<S extends CharSequence> extends GenericBase<S> {

	}

	static class ExtendsGeneric extends MiddleBase<String> {

		@Override
		void put(String value) {
		}

	}

	interface WithArgument {

		@RequiresScope("other")
		void get(String argument);

	}

	static class Overloads implements WithArgument {

		void get() {
		}

		@Override
		public void get(String argument) {
		}

	}

	static class PrivateBase {

		@PublicAccess(reason = "x")
		private void get() {
		}

	}

	static class HidesPrivate extends PrivateBase {

		void get() {
		}

	}

}
