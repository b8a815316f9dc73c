package io.zerotrust.spring.web;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;

/**
 * Types with rules, for {@link InheritanceCombinationTests}.
 */
final class RuledTypes {

	private RuledTypes() {
	}

	@RequiresScope("type")
	static class OnType {

		void get() {
		}

	}

	@RequiresScope("type")
	static class MethodOverType {

		@PublicAccess(reason = "x")
		void get() {
		}

	}

	@RequiresScope("type")
	@RequiresStepUp(acr = "gold")
	static class GroupsApart {

		@Sensitivity(SensitivityLevel.CRITICAL)
		void get() {
		}

	}

	@RequiresScope("a")
	@RequiresStepUp(acr = "gold", maxAge = 300)
	static class StepUpBoth {

		@RequiresStepUp(maxAge = 60)
		void get() {
		}

	}

	@RequiresScope("a")
	@RequiresStepUp(acr = "gold")
	static class PublicUnderStepUp {

		@PublicAccess(reason = "x")
		void get() {
		}

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

	abstract static class Base {

		@RequiresScope("base")
		abstract void get();

	}

	static class ExtendsBase extends Base {

		@Override
		void get() {
		}

	}

	@RequiresScope("typed-base")
	abstract static class TypedBase {

		void get() {
		}

	}

	static class ExtendsTypedBase extends TypedBase {

		@Override
		void get() {
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
