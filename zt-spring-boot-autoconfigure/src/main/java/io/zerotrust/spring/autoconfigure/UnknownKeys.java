package io.zerotrust.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.BoundPropertiesTrackingBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds keys under {@code zt} that nothing reads. Each leaves in place the default that
 * somebody meant to change. The test kit has keys of its own under {@code zt.test}.
 */
final class UnknownKeys {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("zt");

	private static final ConfigurationPropertyName TEST_KIT = ROOT.append("test");

	private final List<ConfigurationProperty> bound = new ArrayList<>();

	private final Map<String, MisconfigurationException> problems = new TreeMap<>();

	private final Map<String, String> variables = new TreeMap<>();

	private UnknownKeys() {
	}

	/**
	 * Hold what is set against what is bound.
	 */
	static UnknownKeys in(Environment environment) {
		UnknownKeys unknown = new UnknownKeys();
		Binder.get(environment, new BoundPropertiesTrackingBindHandler(unknown.bound::add))
			.bind(ROOT, Bindable.of(ZtProperties.class));
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource keys) {
				keys.stream()
					.filter((name) -> ROOT.isAncestorOf(name) && !isTestKit(name))
					.forEach((name) -> unknown.add(name, keys));
			}
		}
		return unknown;
	}

	/**
	 * Return the problems, by key.
	 */
	Iterable<MisconfigurationException> problems() {
		return this.problems.values();
	}

	/**
	 * Return what to say of environment variables. They are warnings: the start of their
	 * names is nobody's own.
	 */
	Iterable<String> variables() {
		return this.variables.values();
	}

	private static boolean isTestKit(ConfigurationPropertyName name) {
		return TEST_KIT.equals(name) || TEST_KIT.isAncestorOf(name);
	}

	private void add(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		boolean variable = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
		if (property == null || "".equals(property.getValue()) || isRead(name, source, variable)) {
			return;
		}
		String nearest = new KnownKeys(ROOT.toString(), ZtProperties.class).nearest(name);
		String key = name.toString();
		if (variable) {
			this.variables.putIfAbsent(key, property.getOrigin() + " sets nothing"
					+ ((nearest != null) ? "; the nearest key is " + nearest : ""));
			return;
		}
		this.problems.putIfAbsent(key,
				new MisconfigurationException(
						key + " is " + (isSecret(key) ? "set" : property.getValue()) + ", and zt has no such key: "
								+ property.getOrigin() + ".",
						(nearest != null) ? "Write " + nearest + ", or remove it."
								: "Remove it; the reference of properties has all keys there are."));
	}

	private static boolean isSecret(String key) {
		return key.contains("password") || key.contains("secret");
	}

	private boolean isRead(ConfigurationPropertyName name, ConfigurationPropertySource source, boolean variable) {
		for (ConfigurationProperty read : this.bound) {
			if (name.equals(read.getName()) || (variable && letters(name).equals(letters(read.getName())))
					|| isOverridden(name, source, read)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A list comes from one source; what other sources say of it is not read.
	 */
	private static boolean isOverridden(ConfigurationPropertyName name, ConfigurationPropertySource source,
			ConfigurationProperty read) {
		if (read.getSource() == source) {
			return false;
		}
		ConfigurationPropertyName list = list(name);
		ConfigurationPropertyName other = list(read.getName());
		return (!list.equals(name) || !other.equals(read.getName())) && list.equals(other);
	}

	/**
	 * The key of the list that an element belongs to, or the key itself.
	 */
	private static ConfigurationPropertyName list(ConfigurationPropertyName name) {
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			if (name.isNumericIndex(i)) {
				return name.chop(i);
			}
		}
		return name;
	}

	private static String letters(ConfigurationPropertyName name) {
		StringBuilder letters = new StringBuilder();
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			letters.append(name.getElement(i, Form.UNIFORM).toLowerCase(Locale.ROOT));
		}
		return letters.toString();
	}

}
