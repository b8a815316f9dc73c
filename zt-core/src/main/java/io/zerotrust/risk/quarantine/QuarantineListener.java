package io.zerotrust.risk.quarantine;

/**
 * Is told what becomes of quarantines, to tell a security team or another system (CAEP
 * 3.8, risk-level-change). Runs on the thread of a request: who has to wait for something
 * hands over to a thread of its own. What it throws is logged and changes nothing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface QuarantineListener {

	/**
	 * Something became of a quarantine.
	 * @param event what
	 */
	void changed(QuarantineEvent event);

}
