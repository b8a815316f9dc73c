package io.zerotrust.risk.learned;

import java.net.InetAddress;
import java.util.Set;

import io.zerotrust.access.Context;
import io.zerotrust.check.Evaluation;
import io.zerotrust.decision.Refusal;
import io.zerotrust.risk.Assessment;

/**
 * Where credentials are tried out: networks and TLS fingerprints that bring many that do
 * not hold. It speaks against whoever comes from there and is not at home there; it alone
 * asks for a step-up and refuses nobody. No credential that does not hold changes what is
 * known of a principal.
 */
final class SourceFailures {

	/**
	 * What a client has that was let in before, or an issuer that changes its keys.
	 */
	private static final Set<String> HARMLESS = Set.of("token.expired", "token.not-yet-valid", "token.revoked",
			"token.key", "token.verifier-unavailable");

	private static final Set<String> CREDENTIALS = Set.of("credential.invalid");

	/**
	 * With the prior it makes a risk of 73 %, below every threshold to deny from.
	 */
	private static final double MOST = 6;

	private static final double SURGE = 0.6;

	private static final int NETWORKS = 4096;

	private static final int FINGERPRINTS = 512;

	private final SourceTable networks = new SourceTable(NETWORKS);

	private final SourceTable fingerprints = new SourceTable(FINGERPRINTS);

	/**
	 * Which share of what comes from nobody's home fails right now. It takes about 90
	 * failures to exceed the share of a surge.
	 */
	private final EndpointRates strangers = new EndpointRates();

	private final Crowd crowd;

	private final Pseudonyms pseudonyms;

	private volatile int latest = -Decay.DAY;

	SourceFailures(Crowd crowd, Pseudonyms pseudonyms) {
		this.crowd = crowd;
		this.pseudonyms = pseudonyms;
	}

	/**
	 * Take in a request that proves nothing, if a credential of it does not hold.
	 */
	void failed(Evaluation evaluation) {
		Context context = evaluation.request().context();
		InetAddress client = context.client();
		if (client == null || !isRejected(evaluation)) {
			return;
		}
		int now = Samples.seconds(context.time());
		int network = this.pseudonyms.of(now / Decay.DAY).network(client);
		this.strangers.count(0, true, now);
		int times = (this.strangers.rate(0, now) > SURGE) ? 2 : 1;
		this.networks.failed(network, times, now);
		int fingerprint = this.pseudonyms.fingerprint(context.fingerprint());
		// what fails in somebody's home says nothing of his browser
		if (fingerprint != Sample.ABSENT && this.crowd.discount(Facet.NETWORK, network) == 0) {
			this.fingerprints.failed(fingerprint, times, now);
		}
		this.latest = Math.max(this.latest, now);
	}

	private static boolean isRejected(Evaluation evaluation) {
		String code = (evaluation.wouldBe() instanceof Refusal refusal) ? refusal.reason().code() : "";
		return CREDENTIALS.contains(code) || (code.startsWith("token.") && !HARMLESS.contains(code));
	}

	/**
	 * Take in a request of a known principal.
	 * @param words its profile, before anything is learned of the request
	 * @param served whether nothing was wrong with it
	 */
	void seen(int[] words, Sample sample, boolean served) {
		if (!isAtHome(words, sample)) {
			this.strangers.count(0, false, sample.time());
			return;
		}
		if (served && Learning.isEstablished(words) && !isQuiet(sample.time())) {
			long principal = sample.principal().low();
			this.networks.vouched(sample.surroundings().network(), principal, sample.time());
			if (sample.surroundings().fingerprint() != Sample.ABSENT) {
				this.fingerprints.vouched(sample.surroundings().fingerprint(), principal, sample.time());
			}
		}
	}

	/**
	 * Return what the source of a request adds to the risk.
	 * @return nothing, or more than 0 nats
	 */
	Assessment assessment(int[] words, Sample sample) {
		int now = sample.time();
		if (isQuiet(now) || isAtHome(words, sample)) {
			return Assessment.silent();
		}
		double network = nats(this.networks, Facet.NETWORK, sample);
		double fingerprint = nats(this.fingerprints, Facet.FINGERPRINT, sample);
		if (Math.max(network, fingerprint) <= 0) {
			return Assessment.silent();
		}
		return (network >= fingerprint)
				? new Assessment(network,
						this.networks.count(sample.surroundings().network())
								+ " rejected credentials from this network in short time")
				: new Assessment(fingerprint, this.fingerprints.count(sample.surroundings().fingerprint())
						+ " rejected credentials with this TLS fingerprint in short time");
	}

	private double nats(SourceTable table, Facet facet, Sample sample) {
		int source = sample.surroundings().value(facet);
		double left = (source != Sample.ABSENT) ? Math.min(MOST, table.left(source, sample.time())) : 0;
		return (left > 0) ? left - this.crowd.discount(facet, source) : 0;
	}

	/**
	 * Whether the network is one the principal was seen in, or cannot be told. Who is at
	 * home cannot be made a stranger by neighbours behind the same address.
	 */
	private static boolean isAtHome(int[] words, Sample sample) {
		Surroundings now = sample.surroundings();
		return now.network() == Sample.ABSENT || Layout.table(Facet.NETWORK)
			.weight(words, now.network(), now.formerNetwork(),
					FamiliarTable.left(sample.day() - words[Layout.AGED])) > 0;
	}

	/**
	 * Whether nothing was rejected for a day, as in most applications at most times.
	 */
	private boolean isQuiet(int now) {
		return now - this.latest >= Decay.DAY;
	}

}
