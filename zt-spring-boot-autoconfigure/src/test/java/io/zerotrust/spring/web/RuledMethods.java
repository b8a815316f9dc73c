package io.zerotrust.spring.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.springframework.core.annotation.AliasFor;

import io.zerotrust.access.SenderConstraint;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.policy.AllowedCallers;
import io.zerotrust.policy.AnyAuthenticated;
import io.zerotrust.policy.PublicAccess;
import io.zerotrust.policy.RequiresRole;
import io.zerotrust.policy.RequiresScope;
import io.zerotrust.policy.RequiresSenderConstrained;
import io.zerotrust.policy.RequiresStepUp;
import io.zerotrust.policy.Sensitivity;

/**
 * Methods with rules, for {@link OnePlaceCombinationTests}.
 */
class RuledMethods {

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresScope("a")
	@interface NeedsA {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresScope
	@Sensitivity(SensitivityLevel.HIGH)
	@interface Needs {

		@AliasFor(annotation = RequiresScope.class, attribute = "value")
		String[] scope();

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresScope(anyOf = { "a", "b" })
	@interface AnyOfAB {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Sensitivity(SensitivityLevel.CRITICAL)
	@interface Secret {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@AllowedCallers("shop")
	@interface FromShop {

	}

	void nothing() {
	}

	@RequiresScope("a")
	@RequiresRole("r")
	void scopeAndRole() {
	}

	@PublicAccess(reason = "x")
	@RequiresScope("a")
	void publicAndScope() {
	}

	@PublicAccess(reason = "x")
	@RequiresStepUp(acr = "gold")
	void publicAndStepUp() {
	}

	@PublicAccess(reason = "x")
	@AnyAuthenticated(reason = "x")
	void publicAndAnyAuthenticated() {
	}

	@RequiresScope("read")
	@RequiresSenderConstrained(SenderConstraint.MTLS)
	void scopeAndSenderConstrained() {
	}

	@PublicAccess(reason = "a catalogue")
	@RequiresSenderConstrained
	void publicAndSenderConstrained() {
	}

	@RequiresSenderConstrained
	void senderConstrainedAlone() {
	}

	@RequiresStepUp(acr = "gold")
	void stepUpAlone() {
	}

	@RequiresScope("a")
	@RequiresStepUp
	void stepUpThatDemandsNothing() {
	}

	@PublicAccess(reason = " ")
	void blankReason() {
	}

	@RequiresScope
	void scopeThatNamesNothing() {
	}

	@RequiresScope("a b")
	void scopeWithSpace() {
	}

	@NeedsA
	void metaAnnotation() {
	}

	@Needs(scope = "aliased")
	void metaAnnotationWithAlias() {
	}

	@NeedsA
	@RequiresScope("b")
	void metaAnnotationBesideAnnotation() {
	}

	@AnyOfAB
	@RequiresScope(anyOf = { "b", "c" })
	void twoListsOfAnyOf() {
	}

	@RequiresScope("a")
	@Secret
	@Sensitivity(SensitivityLevel.LOW)
	void twoSensitivities() {
	}

	@AllowedCallers("shop")
	void callersAlone() {
	}

	@RequiresScope("a")
	@AllowedCallers(roles = "backend")
	void callersAndScope() {
	}

	@AnyAuthenticated(reason = "x")
	@AllowedCallers("shop")
	void callersAndAnyAuthenticated() {
	}

	@PublicAccess(reason = "x")
	@AllowedCallers("shop")
	void callersAndPublic() {
	}

	@AllowedCallers
	void callersThatNameNobody() {
	}

	@FromShop
	@AllowedCallers("other")
	void twoListsOfCallers() {
	}

}
