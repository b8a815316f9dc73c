package io.zerotrust.risk.learned;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.baseline.BaselineSection;

/**
 * Which numbers endpoints and groups of peers have, as a part of snapshots: profiles
 * speak of the numbers.
 *
 * @param endpoints the numbers of endpoints
 * @param groups the numbers of groups
 */
record NumbersSection(EndpointNumbers endpoints, GroupNumbers groups) implements BaselineSection {

	@Override
	public String name() {
		return "numbers";
	}

	@Override
	public int version() {
		return 1;
	}

	@Override
	public void write(DataOutput out) throws IOException {
		for (Map<String, Integer> kind : this.endpoints.all()) {
			Map<String, Integer> copy = Map.copyOf(kind);
			out.writeInt(copy.size());
			for (Map.Entry<String, Integer> endpoint : copy.entrySet()) {
				out.writeUTF(endpoint.getKey());
				out.writeInt(endpoint.getValue());
			}
		}
		Map<GroupNumbers.Peers, Integer> copy = Map.copyOf(this.groups.all());
		out.writeInt(copy.size());
		for (Map.Entry<GroupNumbers.Peers, Integer> group : copy.entrySet()) {
			out.writeInt(group.getKey().kind().ordinal());
			out.writeInt(group.getKey().roles().size());
			for (String role : group.getKey().roles()) {
				out.writeUTF(role);
			}
			out.writeInt(group.getValue());
		}
	}

	@Override
	public Runnable read(DataInputStream in, int version) throws IOException {
		List<Map<String, Integer>> endpoints = new ArrayList<>();
		for (int i = 0; i < this.endpoints.all().size(); i++) {
			endpoints.add(endpoints(in));
		}
		Map<GroupNumbers.Peers, Integer> groups = groups(in);
		return () -> {
			this.endpoints.restore(endpoints);
			this.groups.restore(groups);
		};
	}

	private static Map<String, Integer> endpoints(DataInputStream in) throws IOException {
		Map<String, Integer> endpoints = new HashMap<>();
		for (int left = in.readInt(); left > 0; left--) {
			endpoints.put(in.readUTF(), number(in, EndpointNumbers.NONE, EndpointNumbers.MOST));
		}
		return endpoints;
	}

	private static Map<GroupNumbers.Peers, Integer> groups(DataInputStream in) throws IOException {
		Map<GroupNumbers.Peers, Integer> groups = new HashMap<>();
		for (int left = in.readInt(); left > 0; left--) {
			SubjectKind kind = SubjectKind.values()[number(in, 0, SubjectKind.values().length)];
			Set<String> roles = new HashSet<>();
			for (int more = in.readInt(); more > 0; more--) {
				roles.add(in.readUTF());
			}
			groups.put(new GroupNumbers.Peers(kind, Set.copyOf(roles)), number(in, 0, GroupNumbers.MOST));
		}
		return groups;
	}

	private static int number(DataInputStream in, int least, int most) throws IOException {
		int number = in.readInt();
		if (number < least || number >= most) {
			throw new IOException("a number is out of range");
		}
		return number;
	}

}
