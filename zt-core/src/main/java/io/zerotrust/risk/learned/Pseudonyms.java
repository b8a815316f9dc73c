package io.zerotrust.risk.learned;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.zerotrust.access.Subject;
import io.zerotrust.access.TouchedObject;
import io.zerotrust.risk.baseline.PseudonymKeys;

/**
 * Replaces what a person could be told by with bits of an HMAC-SHA256. Of an address only
 * the network counts, the first 24 bits of IPv4 and 48 of IPv6, under a key of the month;
 * that of the month before is still understood.
 */
final class Pseudonyms {

	private static final int IPV4 = 4;

	private static final int SITE = 6;

	private static final int MAPPED = 12;

	private static final long IPV6_MARK = 1L << 63;

	private static final int MOST_DIGITS = 18;

	/**
	 * Longer names are hashed each time and take up no room.
	 */
	private static final int LONGEST = 512;

	private final PseudonymKeys keys;

	private final KeyedHash lasting;

	private final KeyedHash devices;

	private final KeyedHash fingerprints;

	private final KnownPrincipals principals = new KnownPrincipals();

	private volatile Month month;

	Pseudonyms(PseudonymKeys keys) {
		this.keys = keys;
		this.lasting = new KeyedHash(keys.lasting());
		// INVARIANT: callers name their device, and may name it like a fingerprint
		this.devices = this.lasting.derive("device");
		this.fingerprints = this.lasting.derive("fingerprint");
		this.month = month(0);
	}

	private Month month(int day) {
		YearMonth month = YearMonth.from(LocalDate.ofEpochDay(day));
		Instant time = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
		return new Month((int) month.atDay(1).toEpochDay(), (int) month.atEndOfMonth().toEpochDay(),
				new KeyedHash(this.keys.current(time)), new KeyedHash(this.keys.previous(time)));
	}

	/**
	 * Return the keys of the month of a day.
	 */
	Month of(int day) {
		Month month = this.month;
		if (day < month.first() || day > month.last()) {
			month = month(day);
			this.month = month;
		}
		return month;
	}

	PrincipalKey principal(Subject subject) {
		PrincipalKey known = this.principals.find(subject.issuer(), subject.id(), subject.client(), subject.actors());
		if (known != null) {
			return known;
		}
		PrincipalKey key = principal(subject.issuer(), subject.id(), subject.client(), subject.actors());
		if (length(subject) <= LONGEST) {
			this.principals.keep(subject.issuer(), subject.id(), subject.client(), subject.actors(), key);
		}
		return key;
	}

	private static int length(Subject subject) {
		int length = subject.issuer().length() + subject.id().length() + subject.client().length();
		for (int i = 0; i < subject.actors().size(); i++) {
			length += subject.actors().get(i).length();
		}
		return length;
	}

	/**
	 * Keep no longer who came lately.
	 */
	void forget() {
		this.principals.forget();
	}

	PrincipalKey principal(String issuer, String subject, String client, List<String> actors) {
		StringBuilder text = new StringBuilder(96).append('p');
		append(append(append(text, issuer), subject), client);
		for (int i = 0; i < actors.size(); i++) {
			append(text, actors.get(i));
		}
		ByteBuffer digest = ByteBuffer.wrap(this.lasting.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
		return new PrincipalKey(digest.getLong(), digest.getLong());
	}

	/**
	 * Append a part so that no two lists of parts make the same text.
	 */
	private static StringBuilder append(StringBuilder text, String part) {
		return text.append(part.length()).append(':').append(part);
	}

	/**
	 * Return what stands for a subject, whichever client it uses.
	 */
	long subject(String issuer, String subject) {
		String text = append(append(new StringBuilder(64).append('s'), issuer), subject).toString();
		return ByteBuffer.wrap(this.lasting.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
	}

	int device(@Nullable String device) {
		return (device != null) ? this.devices.hash(device) : Sample.ABSENT;
	}

	int fingerprint(@Nullable String fingerprint) {
		return (fingerprint != null) ? this.fingerprints.hash(fingerprint) : Sample.ABSENT;
	}

	Touch object(TouchedObject object) {
		byte[] text = append(new StringBuilder(48).append('o'), object.type()).append(object.id())
			.toString()
			.getBytes(StandardCharsets.UTF_8);
		return new Touch(ByteBuffer.wrap(this.lasting.digest(text)).getLong(), object.type().hashCode(),
				number(object.id()));
	}

	Touch[] objects(List<TouchedObject> objects) {
		if (objects.isEmpty()) {
			return Touch.NONE;
		}
		Touch[] touches = new Touch[objects.size()];
		for (int i = 0; i < touches.length; i++) {
			touches[i] = object(objects.get(i));
		}
		return touches;
	}

	private static long number(String id) {
		if (id.isEmpty() || id.length() > MOST_DIGITS) {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < id.length(); i++) {
			char digit = id.charAt(i);
			if (digit < '0' || digit > '9') {
				return -1;
			}
			number = number * 10 + digit - '0';
		}
		return number;
	}

	static long prefix(InetAddress client) {
		byte[] address = client.getAddress();
		boolean mapped = isMapped(address);
		int from = mapped ? MAPPED : 0;
		boolean four = mapped || address.length == IPV4;
		long prefix = 0;
		for (int i = 0; i < (four ? IPV4 - 1 : SITE); i++) {
			prefix = prefix << 8 | address[from + i] & 0xff;
		}
		return four ? prefix : prefix | IPV6_MARK;
	}

	private static boolean isMapped(byte[] address) {
		if (address.length == IPV4 || address[MAPPED - 2] != -1 || address[MAPPED - 1] != -1) {
			return false;
		}
		for (int i = 0; i < MAPPED - 2; i++) {
			if (address[i] != 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The keys of a month.
	 *
	 * @param first its first day, counted from the epoch
	 * @param last its last day
	 * @param key its key
	 * @param former the key of the month before
	 */
	record Month(int first, int last, KeyedHash key, KeyedHash former) {

		int network(@Nullable InetAddress client) {
			return (client != null) ? this.key.hash(prefix(client)) : Sample.ABSENT;
		}

		int formerNetwork(@Nullable InetAddress client) {
			return (client != null) ? this.former.hash(prefix(client)) : Sample.ABSENT;
		}

	}

}
