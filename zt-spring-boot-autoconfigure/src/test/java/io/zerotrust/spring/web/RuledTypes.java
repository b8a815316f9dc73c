package io.zerotrust.spring.web;

import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.AllowedCallers;
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

	@AllowedCallers("shop")
	static class CallersOnType {

		@RequiresScope("a")
		void get() {
		}

	}

	@RequiresScope("a")
	@AllowedCallers("shop")
	static class CallersBoth {

		@AllowedCallers(roles = "backend")
		void get() {
		}

	}

	@AllowedCallers("shop")
	static class PublicUnderCallers {

		@PublicAccess(reason = "x")
		void get() {
		}

	}

}
