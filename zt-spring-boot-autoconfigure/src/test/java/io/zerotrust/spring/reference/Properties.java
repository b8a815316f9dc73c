package io.zerotrust.spring.reference;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The properties of the records annotated with {@link ConfigurationProperties}. Unlike
 * the metadata it knows what is inside lists and maps of records.
 */
final class Properties {

	private static final String ROOM = "io.zerotrust.spring";

	private final Sources sources;

	private final List<Property> all = new ArrayList<>();

	private Properties(Sources sources) {
		this.sources = sources;
	}

	static List<Property> read(Sources sources) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		Properties properties = new Properties(sources);
		for (BeanDefinition found : scanner.findCandidateComponents(ROOM)) {
			Class<?> type = ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
			ConfigurationProperties annotation = Objects
				.requireNonNull(type.getAnnotation(ConfigurationProperties.class));
			properties.addAll(annotation.value() + annotation.prefix(), null, type);
		}
		return properties.all;
	}

	private void addAll(String prefix, @Nullable String group, Class<?> type) {
		if (!type.isRecord()) {
			throw new IllegalStateException(type + " holds properties and must be a record");
		}
		RecordComponent[] components = type.getRecordComponents();
		Parameter[] parameters = constructor(type, components);
		for (int i = 0; i < components.length; i++) {
			Name name = parameters[i].getAnnotation(Name.class);
			String key = prefix + "."
					+ ((name != null) ? name.value() : DataObjectPropertyName.toDashedForm(components[i].getName()));
			Type value = components[i].getGenericType();
			Class<?> nested = nested(value);
			if (nested != null) {
				addAll(key + index(value), (group != null) ? group : key, nested);
			}
			else {
				this.all.add(new Property((group != null) ? group : prefix, key, value, defaultValue(parameters[i]),
						this.sources.member(type, components[i].getName())));
			}
		}
	}

	private static Parameter[] constructor(Class<?> type, RecordComponent[] components) {
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		try {
			return type.getDeclaredConstructor(types).getParameters();
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> defaultValue(Parameter parameter) {
		DefaultValue value = parameter.getAnnotation(DefaultValue.class);
		if (value == null) {
			return List.of();
		}
		return (value.value().length > 0) ? List.of(value.value()) : List.of("");
	}

	private static @Nullable Class<?> nested(Type type) {
		Class<?> last = Property.last(type);
		return (last.isRecord() && last.getName().startsWith(ROOM)) ? last : null;
	}

	private static String index(Type type) {
		if (!(type instanceof ParameterizedType generic)) {
			return "";
		}
		return (generic.getRawType() == Map.class) ? "[name]" : "[*]";
	}

}
