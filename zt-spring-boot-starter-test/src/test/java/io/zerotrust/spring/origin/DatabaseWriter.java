package io.zerotrust.spring.origin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes small databases in MaxMind's format, version 2.0: a binary tree of addresses,
 * the entries it leads to, and a description of itself. IPv4 lies at ::/96.
 */
public final class DatabaseWriter {

	private static final byte[] MARKER = { (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd',
			'.', 'c', 'o', 'm' };

	private static final int SEPARATOR = 16;

	private final Node root = new Node();

	private final ByteArrayOutputStream data = new ByteArrayOutputStream();

	private long built = 1_700_000_000;

	/**
	 * Write when the database was built, in seconds since 1970.
	 */
	public DatabaseWriter built(long seconds) {
		this.built = seconds;
		return this;
	}

	/**
	 * Write an autonomous system.
	 */
	public DatabaseWriter asn(String network, long asn) throws IOException {
		return add(network,
				Map.of("autonomous_system_number", asn, "autonomous_system_organization", "Network " + asn));
	}

	/**
	 * Write a country without coordinates.
	 */
	public DatabaseWriter country(String network, String code) throws IOException {
		return add(network, Map.of("country", Map.of("iso_code", code, "names", Map.of("en", "Land " + code))));
	}

	/**
	 * Write a place.
	 */
	public DatabaseWriter place(String network, String code, double latitude, double longitude) throws IOException {
		return add(network, Map.of("city", Map.of("names", Map.of("en", "Town")), "country", Map.of("iso_code", code),
				"location", Map.of("accuracy_radius", 10L, "latitude", latitude, "longitude", longitude)));
	}

	/**
	 * Write an entry. One within another network comes after it.
	 */
	public DatabaseWriter add(String network, Map<String, ?> entry) throws IOException {
		int slash = network.indexOf('/');
		byte[] written = InetAddress.getByName(network.substring(0, slash)).getAddress();
		byte[] address = new byte[16];
		System.arraycopy(written, 0, address, 16 - written.length, written.length);
		int bits = Integer.parseInt(network.substring(slash + 1)) + ((written.length == 4) ? 96 : 0);
		int offset = this.data.size();
		write(this.data, entry);
		Node node = this.root;
		for (int i = 0; i < bits; i++) {
			node.split();
			node = ((address[i / 8] >> (7 - i % 8) & 1) == 0) ? node.left() : node.right();
		}
		node.entry = offset;
		return this;
	}

	public void write(Path file) throws IOException {
		Files.write(file, bytes());
	}

	public byte[] bytes() {
		List<Node> nodes = new ArrayList<>();
		this.root.number(nodes);
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (Node node : nodes) {
			node.left().write(all, nodes.size());
			node.right().write(all, nodes.size());
		}
		all.writeBytes(new byte[SEPARATOR]);
		all.writeBytes(this.data.toByteArray());
		all.writeBytes(MARKER);
		write(all,
				Map.of("binary_format_major_version", 2, "binary_format_minor_version", 0, "build_epoch", this.built,
						"database_type", "Test", "description", Map.of("en", "Test"), "ip_version", 6, "languages",
						List.of("en"), "node_count", (long) nodes.size(), "record_size", 24));
		return all.toByteArray();
	}

	private static void write(ByteArrayOutputStream out, Object value) {
		if (value instanceof Map<?, ?> map) {
			control(out, 7, map.size());
			map.forEach((key, member) -> {
				write(out, key);
				write(out, member);
			});
		}
		else if (value instanceof List<?> list) {
			control(out, 11, list.size());
			list.forEach((member) -> write(out, member));
		}
		else if (value instanceof String text) {
			control(out, 2, text.length());
			out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		}
		else if (value instanceof Double number) {
			control(out, 3, 8);
			out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
		}
		else if (value instanceof Long number) {
			control(out, 6, 4);
			out.writeBytes(ByteBuffer.allocate(4).putInt(number.intValue()).array());
		}
		else {
			control(out, 5, 2);
			out.writeBytes(ByteBuffer.allocate(2).putShort(((Integer) value).shortValue()).array());
		}
	}

	private static void control(ByteArrayOutputStream out, int type, int size) {
		int first = (size < 29) ? size : 29;
		out.write(((type < 8) ? type << 5 : 0) | first);
		if (type > 7) {
			out.write(type - 7);
		}
		if (size >= 29) {
			out.write(size - 29);
		}
	}

	private static final class Node {

		private static final int NOTHING = -1;

		private @Nullable Node left;

		private @Nullable Node right;

		private int number;

		private int entry = NOTHING;

		Node left() {
			return (this.left != null) ? this.left : new Node();
		}

		Node right() {
			return (this.right != null) ? this.right : new Node();
		}

		void split() {
			if (this.left == null) {
				this.left = new Node();
				this.right = new Node();
				this.left.entry = this.entry;
				this.right.entry = this.entry;
			}
		}

		void number(List<Node> nodes) {
			if (this.left != null) {
				this.number = nodes.size();
				nodes.add(this);
				left().number(nodes);
				right().number(nodes);
			}
		}

		void write(ByteArrayOutputStream out, int nodes) {
			int record = (this.left != null) ? this.number
					: (this.entry == NOTHING) ? nodes : nodes + SEPARATOR + this.entry;
			out.write(record >> 16);
			out.write(record >> 8);
			out.write(record);
		}

	}

}
