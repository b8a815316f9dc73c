package io.zerotrust.policy;

import io.zerotrust.access.SenderConstraint;
import io.zerotrust.access.SensitivityLevel;
import io.zerotrust.access.SubjectKind;

/**
 * Places with rules, for {@link StrictnessTests} and {@link CallersCompilerTests}.
 */
final class RuledCallers {

	private RuledCallers() {
	}

	@RequiresScope("read")
	interface Read {

	}

	@AnyAuthenticated(reason = "whoever holds the key")
	@RequiresSenderConstrained
	interface Bound {

	}

	@AnyAuthenticated(reason = "whoever holds the key")
	@RequiresSenderConstrained(SenderConstraint.DPOP)
	interface ByKey {

	}

	@RequiresSenderConstrained
	interface BoundAlone {

	}

	@PublicAccess(reason = "a catalogue")
	@RequiresSenderConstrained
	interface BoundOpen {

	}

	@RequiresScope({ "read", "write" })
	interface ReadWrite {

	}

	@RequiresScope(anyOf = { "read", "write" })
	interface AnyOfReadWrite {

	}

	@RequiresScope(anyOf = "read")
	interface AnyOfRead {

	}

	@RequiresRole("admin")
	interface Admin {

	}

	@RequiresScope("read")
	@RequiresRole("admin")
	interface ReadAdmin {

	}

	@AnyAuthenticated(reason = "x")
	interface Anybody {

	}

	@PublicAccess(reason = "x")
	interface Open {

	}

	@PublicAccess(reason = "x", ignoreBadCredentials = true)
	interface OpenIgnoring {

	}

	@AllowedCallers("shop")
	interface Shop {

	}

	@AllowedCallers(roles = "backend")
	interface Backend {

	}

	@AllowedCallers(value = "shop", roles = "backend")
	interface ShopOrBackend {

	}

	@AllowedCallers(kinds = SubjectKind.SERVICE)
	interface Service {

	}

	@AllowedCallers(value = "shop", kinds = SubjectKind.SERVICE)
	interface ShopService {

	}

	@RequiresScope("read")
	@AllowedCallers(roles = "backend", kinds = SubjectKind.SERVICE)
	interface ShopWithScope {

	}

	@AllowedCallers
	interface NamesNothing {

	}

	@AllowedCallers({ "shop", " " })
	interface BlankClient {

	}

	@AllowedCallers(roles = "")
	interface BlankRole {

	}

	@RequiresStepUp(acr = "gold")
	interface Gold {

	}

	@RequiresStepUp(acr = { "gold", "silver" })
	interface GoldOrSilver {

	}

	@RequiresStepUp(acr = "gold", maxAge = 60)
	interface GoldRecent {

	}

	@RequiresStepUp(maxAge = 60)
	interface Recent {

	}

	@RequiresStepUp(maxAge = 3600)
	interface Hour {

	}

	@RequiresScope("read")
	@RequiresStepUp(acr = "gold")
	interface ReadGold {

	}

	@RequiresScope("read")
	@RequiresStepUp(maxAge = 60)
	interface ReadRecent {

	}

	@RequiresScope("read")
	@RequiresStepUp(maxAge = 3600)
	interface ReadHour {

	}

	@Sensitivity(SensitivityLevel.LOW)
	interface Low {

	}

	@Sensitivity(SensitivityLevel.HIGH)
	interface High {

	}

	@Sensitivity(SensitivityLevel.CRITICAL)
	interface Critical {

	}

	@RequiresScope("read")
	@Sensitivity(SensitivityLevel.HIGH)
	interface ReadHigh {

	}

	@RequiresScope("read")
	@Sensitivity(SensitivityLevel.CRITICAL)
	interface ReadCritical {

	}

}
