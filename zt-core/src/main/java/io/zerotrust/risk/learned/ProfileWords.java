package io.zerotrust.risk.learned;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says what a profile holds so that a person can read it (GDPR, Art. 15).
 */
final class ProfileWords {

	private static final String METHODS = "GET POST PUT PATCH DELETE OTHER";

	private final EndpointNumbers endpoints;

	ProfileWords(EndpointNumbers endpoints) {
		this.endpoints = endpoints;
	}

	Map<String, Object> of(int[] words) {
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("lastSeen", Instant.ofEpochSecond(words[Layout.SEEN]).toString());
		told.put("daysLearned", words[Layout.DAYS]);
		told.put("timesLearned", words[Layout.TRIALS]);
		if (words[Layout.LOGIN] != 0) {
			told.put("lastStepUp", Instant.ofEpochSecond(words[Layout.LOGIN]).toString());
		}
		for (Facet facet : Facet.ALL) {
			told.put(facet.signal(), values(words, facet));
		}
		told.put("endpoints", endpoints(words));
		told.put("hoursUtc", Layout.HOURS.usual(words));
		Map<String, Object> peaks = new LinkedHashMap<>();
		for (Measure measure : Measure.ALL) {
			peaks.put(measure.signal(), Math.round(StrictMath.expm1(Layout.VOLUME.peak(measure).mean(words))));
		}
		told.put("usualPeaks", peaks);
		return told;
	}

	private static List<String> values(int[] words, Facet facet) {
		List<String> values = new ArrayList<>();
		for (int i = 0; i < facet.most(); i++) {
			int value = Layout.table(facet).value(words, i);
			if (value != Sample.ABSENT) {
				values.add(text(facet, value));
			}
		}
		return values;
	}

	private static String text(Facet facet, int value) {
		return switch (facet) {
			case COUNTRY -> "" + (char) (value >>> 8) + (char) (value & 0xff);
			case ASN -> Integer.toUnsignedString(value);
			case AGENT -> AgentFamily.word(value);
			default -> String.format(Locale.ROOT, "%08x", value);
		};
	}

	private List<String> endpoints(int[] words) {
		List<String> used = new ArrayList<>();
		List<? extends Map<String, Integer>> all = this.endpoints.all();
		for (int kind = 0; kind < all.size(); kind++) {
			String method = METHODS.split(" ")[kind];
			all.get(kind).forEach((pattern, number) -> {
				if (number != EndpointNumbers.NONE && Layout.ENDPOINTS.known().contains(words, number)) {
					used.add(method + " " + pattern);
				}
			});
		}
		return used.stream().sorted().toList();
	}

}
