package io.zerotrust.risk;

import java.net.InetAddress;
import java.util.List;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;
import io.zerotrust.decision.Deny;
import io.zerotrust.decision.Reason;

/**
 * The request does not come from a network the operator blocked. Where networks are
 * blocked, a caller without an address is too.
 *
 * @since 0.1.0
 */
public final class DeniedNetworkCheck implements LocalCheck {

	private final List<Network> networks;

	/**
	 * Create the check.
	 * @param networks the blocked networks; empty blocks nobody
	 */
	public DeniedNetworkCheck(List<Network> networks) {
		this.networks = List.copyOf(networks);
	}

	@Override
	public String name() {
		return "network";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		if (this.networks.isEmpty()) {
			return Finding.pass();
		}
		InetAddress client = request.context().client();
		if (client == null) {
			return denied("the address of the caller is unknown");
		}
		for (Network network : this.networks) {
			if (network.contains(client)) {
				return denied(client.getHostAddress() + " lies in " + network);
			}
		}
		return Finding.pass();
	}

	private static Finding denied(String detail) {
		return Finding.refuse(Deny.of(new Reason("network.denied", detail)));
	}

}
