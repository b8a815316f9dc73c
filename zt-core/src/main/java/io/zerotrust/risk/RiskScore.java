package io.zerotrust.risk;

import java.util.List;
import java.util.Locale;

/**
 * How suspicious a request looks, and why.
 *
 * @param risk from 0 to 1
 * @param identity the risk if only what speaks of who asks is looked at
 * @param lead what most of the evidence is about
 * @param steppedUp whether the caller has just stepped up, as far as is known in this
 * very place
 * @param contributions what the signals that said something added
 * @since 0.1.0
 */
public record RiskScore(double risk, double identity, Lead lead, boolean steppedUp, List<Contribution> contributions) {

	public RiskScore {
		contributions = List.copyOf(contributions);
	}

	/**
	 * Explain the score in words.
	 * @return the contributions, {@code +4.0 network listed as suspicious} for example
	 */
	public String explain() {
		StringBuilder words = new StringBuilder();
		for (Contribution contribution : this.contributions) {
			words.append(words.isEmpty() ? "" : ", ")
				.append(String.format(Locale.ROOT, "%+.1f ", contribution.assessment().nats()))
				.append(contribution.assessment().words());
		}
		return words.toString();
	}

}
