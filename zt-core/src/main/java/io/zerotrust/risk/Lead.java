package io.zerotrust.risk;

/**
 * What most of the evidence is about. It decides what helps: a login proves who somebody
 * is, and says nothing about what he does.
 *
 * @since 0.1.0
 */
public enum Lead {

	/**
	 * Who asks: {@link EvidenceGroup#CONTEXT} and {@link EvidenceGroup#SESSION}.
	 */
	IDENTITY,

	/**
	 * What is done: {@link EvidenceGroup#BEHAVIOUR}.
	 */
	BEHAVIOUR

}
