package io.zerotrust.risk.learned;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Families of user agents, told by the words they use of themselves. The first that fits
 * counts: Edge says it is Chrome too, and Chrome that it is Safari.
 */
public enum AgentFamily {

	BOT("bot", "Bot", "crawl", "spider"),

	EDGE("Edg/", "EdgA/", "EdgiOS/", "Edge/"),

	OPERA("OPR/", "Opera"),

	SAMSUNG("SamsungBrowser/"),

	FIREFOX("Firefox/", "FxiOS/"),

	CHROME("Chrome/", "CriOS/", "Chromium/"),

	SAFARI("Safari/"),

	POSTMAN("PostmanRuntime/"),

	CURL("curl/"),

	WGET("Wget/"),

	OKHTTP("okhttp/"),

	JAVA("Java-http-client/", "Apache-HttpClient/", "Java/", "ReactorNetty/"),

	PYTHON("python-requests/", "python-httpx/", "Python-urllib/", "aiohttp/"),

	GO("Go-http-client/"),

	NODE("node-fetch", "axios/", "undici", "node"),

	DOTNET(".NET"),

	APPLE("CFNetwork/"),

	OTHER();

	private static final AgentFamily[] ALL = values();

	private static final int LONGEST = 256;

	private static final int KEPT = 256;

	private static final AtomicReferenceArray<@Nullable Known> KNOWN = new AtomicReferenceArray<>(KEPT);

	private final String[] words;

	AgentFamily(String... words) {
		this.words = words;
	}

	static AgentFamily of(String userAgent) {
		String text = (userAgent.length() > LONGEST) ? userAgent.substring(0, LONGEST) : userAgent;
		for (AgentFamily family : ALL) {
			for (String word : family.words) {
				if (text.contains(word)) {
					return family;
				}
			}
		}
		return OTHER;
	}

	/**
	 * Return what a family is called.
	 * @param value its number
	 * @return a word
	 */
	static String word(int value) {
		return (value > 0 && value <= ALL.length) ? ALL[value - 1].name().toLowerCase(Locale.ROOT) : "unknown";
	}

	/**
	 * Return the number of a family.
	 * @param userAgent what the caller says it runs, or {@code null}
	 * @return the number; 0 if it says nothing
	 */
	public static int value(@Nullable String userAgent) {
		if (userAgent == null) {
			return Sample.ABSENT;
		}
		int hash = userAgent.hashCode();
		int place = (hash ^ hash >>> 16) & KEPT - 1;
		Known known = KNOWN.get(place);
		if (known != null && known.userAgent().equals(userAgent)) {
			return known.value();
		}
		int value = of(userAgent).ordinal() + 1;
		if (userAgent.length() <= LONGEST) {
			KNOWN.set(place, new Known(userAgent, value));
		}
		return value;
	}

	/**
	 * A user agent that came lately: most come again.
	 *
	 * @param userAgent what the caller says it runs
	 * @param value the number of its family
	 */
	private record Known(String userAgent, int value) {
	}

}
