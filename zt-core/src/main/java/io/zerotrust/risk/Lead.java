package io.zerotrust.risk;

/**
 * What most of the evidence is about. It decides what helps: a login proves who somebody
 * is and says nothing about what he does, and who does too much has to slow down.
 *
 * @since 0.1.0
 */
public enum Lead {

	/**
	 * Who asks: {@link EvidenceGroup#CONTEXT} and {@link EvidenceGroup#SESSION}.
	 */
	IDENTITY,

	/**
	 * How much is done: {@link EvidenceGroup#VOLUME}.
	 */
	VOLUME,

	/**
	 * What is done: {@link EvidenceGroup#AUTHORISATION}.
	 */
	AUTHORISATION

}
