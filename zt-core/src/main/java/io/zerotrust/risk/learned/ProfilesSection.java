package io.zerotrust.risk.learned;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import io.zerotrust.risk.baseline.BaselineSection;

/**
 * The profiles of principals as a part of snapshots.
 *
 * @param profiles the profiles
 */
record ProfilesSection(Profiles profiles) implements BaselineSection {

	@Override
	public String name() {
		return "profiles";
	}

	@Override
	public int version() {
		return Layout.VERSION;
	}

	@Override
	public void write(DataOutput out) throws IOException {
		Map<PrincipalKey, Profile> all = this.profiles.all();
		out.writeInt(Layout.SIZE);
		out.writeInt(all.size());
		for (Map.Entry<PrincipalKey, Profile> each : all.entrySet()) {
			out.writeLong(each.getKey().high());
			out.writeLong(each.getKey().low());
			for (int word : each.getValue().words()) {
				out.writeInt(word);
			}
		}
	}

	@Override
	public Runnable read(DataInputStream in, int version) throws IOException {
		int size = in.readInt();
		int count = in.readInt();
		long bytes = count * (2L * Long.BYTES + (long) Layout.SIZE * Integer.BYTES);
		if (version != Layout.VERSION || size != Layout.SIZE || count < 0 || bytes != in.available()) {
			throw new IOException("profiles are laid out in another way");
		}
		Map<PrincipalKey, Profile> all = new HashMap<>();
		for (int left = count; left > 0; left--) {
			PrincipalKey principal = new PrincipalKey(in.readLong(), in.readLong());
			int[] words = new int[Layout.SIZE];
			for (int i = 0; i < words.length; i++) {
				words[i] = in.readInt();
			}
			if (words[Layout.SLOWED_BY] < 0 || words[Layout.SLOWED_BY] >= Measure.ALL.length) {
				throw new IOException("a profile is slowed down by what is no measure");
			}
			all.put(principal, new Profile(words));
		}
		return () -> this.profiles.restore(all);
	}

}
