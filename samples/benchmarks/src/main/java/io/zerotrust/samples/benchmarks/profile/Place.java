package io.zerotrust.samples.benchmarks.profile;

import java.util.List;

/**
 * Where a request spends its time. A sample belongs to the first frame from the top that
 * belongs to a place, so what the JDK and Spring's core have for everybody counts for
 * whoever calls it, except for signatures. More special places stand before more general
 * ones.
 */
enum Place {

	LOOK_AHEAD("zt: look-up of the handler ahead of MVC", "io.zerotrust.spring.web.servlet.HandlerResolver"),

	HEADERS("zt: headers read through the firewall"),

	SIGNATURE("JDK: signature", "sun.security.rsa.", "sun.security.ec.", "com.amazon.corretto.",
			"java.security.Signature", "java.math.", "sun.security.jca.", "sun.security.util.",
			"sun.security.provider.SHA", "sun.security.provider.DigestBase"),

	DECODER("token: Nimbus and Spring's decoder", "com.nimbusds.", "org.springframework.security.oauth2.jwt.",
			"org.springframework.security.oauth2.core."),

	BEARER("Spring Security: bearer filter", "org.springframework.security.oauth2.server.resource."),

	FIREWALL("Spring Security: firewall", "org.springframework.security.web.firewall."),

	HEADER_WRITERS("Spring Security: header writers", "org.springframework.security.web.header."),

	SECURITY("Spring Security: other", "org.springframework.security."),

	HARNESS("harness and mock", "io.zerotrust.samples.", "org.springframework.mock."),

	ZT_ACCESS("zt: access", "io.zerotrust.access."),

	ZT_AUDIT("zt: audit", "io.zerotrust.audit."),

	ZT_CHECK("zt: check", "io.zerotrust.check.", "io.zerotrust.decision."),

	ZT_OUTCOME("zt: outcome", "io.zerotrust.outcome."),

	ZT_POLICY("zt: policy", "io.zerotrust.policy."),

	ZT_RATELIMIT("zt: ratelimit", "io.zerotrust.ratelimit.", "io.github.bucket4j."),

	ZT_RISK("zt: risk", "io.zerotrust.risk."),

	ZT_TOKEN("zt: token", "io.zerotrust.token.", "io.zerotrust.spring.token."),

	ZT_SERVLET("zt: spring.web.servlet", "io.zerotrust.spring.web.servlet."),

	ZT_WEB("zt: spring.web", "io.zerotrust.spring.web."),

	ZT_OTHER("zt: other", "io.zerotrust."),

	METRICS("Micrometer", "io.micrometer.", "org.springframework.boot.micrometer."),

	MVC("MVC and controller", "org.springframework.web.", "org.springframework.http.", "org.springframework.boot.",
			"tools.jackson.", "com.fasterxml."),

	OTHER("other");

	private static final Place[] PLACES = values();

	private static final List<String> WRAPPERS = List.of("jakarta.servlet.",
			"org.springframework.security.web.firewall.", "org.springframework.security.web.servletapi.",
			"org.springframework.security.web.header.", "java.");

	private final String title;

	private final List<String> classes;

	Place(String title, String... classes) {
		this.title = title;
		this.classes = List.of(classes);
	}

	String title() {
		return this.title;
	}

	/**
	 * Tell the place of a stack.
	 * @param stack the names of the classes, the running one first
	 */
	static Place of(List<String> stack) {
		Place top = OTHER;
		for (int i = stack.size() - 1; i >= 0; i--) {
			Place place = of(stack.get(i));
			top = (place != OTHER) ? place : top;
			if (place == LOOK_AHEAD) {
				// whatever MVC does there it does for zt
				return LOOK_AHEAD;
			}
		}
		return (top == FIREWALL && asker(stack).startsWith("io.zerotrust.spring.")) ? HEADERS : top;
	}

	private static Place of(String name) {
		for (Place place : PLACES) {
			for (String prefix : place.classes) {
				if (name.startsWith(prefix)) {
					return place;
				}
			}
		}
		return OTHER;
	}

	/**
	 * Return who reads from the wrapped request.
	 */
	private static String asker(List<String> stack) {
		for (String name : stack) {
			if (WRAPPERS.stream().noneMatch(name::startsWith)) {
				return name;
			}
		}
		return "";
	}

}
