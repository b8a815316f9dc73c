package io.zerotrust.spring.actuate;

import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.security.Principal;

import org.jspecify.annotations.Nullable;

import io.zerotrust.risk.baseline.BaselineKeeper;
import io.zerotrust.risk.baseline.BaselineStatus.State;
import io.zerotrust.risk.baseline.Erasures;
import io.zerotrust.risk.baseline.PseudonymKeys;

/**
 * Exports, erases and saves for operators, and writes to the logger
 * {@code io.zerotrust.baselines} who did. A subject stands there by a reference alone: an
 * erasure must not leave the name in the log.
 *
 * @since 0.1.0
 */
public final class BaselineOperations {

	private static final Logger logger = System.getLogger("io.zerotrust.baselines");

	private final BaselineKeeper keeper;

	private final Erasures erasures;

	private final PseudonymKeys keys;

	private final Runnable save;

	private final Runnable overwrite;

	/**
	 * Create the operations.
	 * @param keeper tells how it stands
	 * @param erasures forgets and exports
	 * @param keys make references
	 * @param save saves soon, without waiting for it
	 * @param overwrite saves soon in place of what could not be read
	 */
	public BaselineOperations(BaselineKeeper keeper, Erasures erasures, PseudonymKeys keys, Runnable save,
			Runnable overwrite) {
		this.keeper = keeper;
		this.erasures = erasures;
		this.keys = keys;
		this.save = save;
		this.overwrite = overwrite;
	}

	BaselinesDescriptor status() {
		return BaselinesDescriptor.of(this.keeper.status(), this.erasures);
	}

	BaselinesDescriptor.Export export(@Nullable Principal who, String issuer, String subject) {
		String reference = this.keys.reference(issuer, subject);
		log(who, "exported what is remembered of the subject " + reference + " of " + issuer);
		return new BaselinesDescriptor.Export(reference, this.erasures.export(issuer, subject));
	}

	BaselinesDescriptor.Erasure erase(@Nullable Principal who, String issuer, String subject) {
		State state = this.keeper.status().state();
		String reference = this.keys.reference(issuer, subject);
		int forgotten = this.erasures.forget(issuer, subject, state != State.NONE);
		this.save.run();
		log(who, "erased what is remembered of the subject " + reference + " of " + issuer + ", " + forgotten
				+ " principals");
		String store = (state == State.NONE) ? "none" : (state == State.UNREAD) ? "unread" : "soon";
		return new BaselinesDescriptor.Erasure(reference, forgotten, store);
	}

	void save(@Nullable Principal who, boolean givingUp) {
		log(who, givingUp ? "saves in place of what could not be read" : "saves");
		(givingUp ? this.overwrite : this.save).run();
	}

	private static void log(@Nullable Principal who, String what) {
		String name = (who != null) ? who.getName() : "somebody";
		logger.log(Level.INFO, () -> Words.line(name + " " + what));
	}

}
