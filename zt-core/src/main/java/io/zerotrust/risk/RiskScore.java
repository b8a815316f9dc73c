package io.zerotrust.risk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How suspicious a request looks, and why.
 *
 * @param risk from 0 to 1
 * @param proper the risk if it does not matter how much is done
 * @param identity the risk if only what speaks of who asks is looked at
 * @param lead what most of the evidence is about
 * @param properLead the same if it does not matter how much is done
 * @param steppedUp whether the caller has just stepped up, as far as is known in this
 * very place
 * @param held whether the session was over a threshold lately and has not calmed down
 * @param calm whether what was done was done before, and this request adds nothing to it
 * @param pace how much more than usual is done right now, or {@code null} if it is not
 * @param contributions what the signals that said something added
 * @since 0.1.0
 */
public record RiskScore(double risk, double proper, double identity, Lead lead, Lead properLead, boolean steppedUp,
		boolean held, boolean calm, @Nullable Pace pace, List<Contribution> contributions) {

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

	/**
	 * Who does more than usual.
	 *
	 * @param slowed whether the principal is being slowed down already
	 * @param retryAfter how long to wait, whole seconds
	 */
	public record Pace(boolean slowed, Duration retryAfter) {
	}

}
