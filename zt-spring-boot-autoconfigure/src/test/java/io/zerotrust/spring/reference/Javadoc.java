package io.zerotrust.spring.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;

/**
 * Javadoc as Markdown on one line.
 */
final class Javadoc {

	private Javadoc() {
	}

	static String text(List<? extends DocTree> parts) {
		return parts.stream().map(Javadoc::text).collect(Collectors.joining()).replaceAll("\\s+", " ").strip();
	}

	private static String text(DocTree part) {
		if (part instanceof LiteralTree literal) {
			return "`" + literal.getBody().getBody() + "`";
		}
		if (part instanceof LinkTree link) {
			return link.getLabel().isEmpty() ? "`" + name(link.getReference().getSignature()) + "`"
					: text(link.getLabel());
		}
		return part.toString();
	}

	private static String name(String signature) {
		return signature.substring(signature.lastIndexOf('#') + 1);
	}

	/**
	 * Make sentences about an attribute of the comment of its method.
	 * @param text what the method does
	 * @param returned what it returns
	 */
	static String attribute(String text, String returned) {
		String noun = text.startsWith("Return ") ? capital(text.substring("Return ".length())) : text;
		return returned.isEmpty() ? noun : noun + " " + capital(returned) + ".";
	}

	private static String capital(String text) {
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

}
