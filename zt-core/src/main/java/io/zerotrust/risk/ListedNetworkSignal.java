package io.zerotrust.risk;

import java.net.InetAddress;
import java.util.List;

import io.zerotrust.access.AccessRequest;

/**
 * The request comes from a network the operator listed as suspicious.
 *
 * @since 0.1.0
 */
public final class ListedNetworkSignal implements RiskSignal {

	private static final Assessment LISTED = new Assessment(4, "network listed as suspicious");

	private final List<Network> networks;

	/**
	 * Create the signal.
	 * @param networks the suspicious networks
	 */
	public ListedNetworkSignal(List<Network> networks) {
		this.networks = List.copyOf(networks);
	}

	@Override
	public String name() {
		return "listed-network";
	}

	@Override
	public EvidenceGroup group() {
		return EvidenceGroup.CONTEXT;
	}

	@Override
	public Assessment assess(AccessRequest request) {
		InetAddress client = request.context().client();
		if (client != null) {
			for (Network network : this.networks) {
				if (network.contains(client)) {
					return LISTED;
				}
			}
		}
		return Assessment.silent();
	}

}
