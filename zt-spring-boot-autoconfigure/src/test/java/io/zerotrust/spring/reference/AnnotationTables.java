package io.zerotrust.spring.reference;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

import io.zerotrust.policy.RequiresScope;

/**
 * One table for each public annotation of the room {@code policy}.
 */
final class AnnotationTables {

	private final Sources sources;

	AnnotationTables(Sources sources) {
		this.sources = sources;
	}

	static List<Class<?>> annotations() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {

			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
				return definition.getMetadata().isAnnotation();
			}

		};
		scanner.addIncludeFilter((reader, factory) -> reader.getClassMetadata().isAnnotation());
		return scanner.findCandidateComponents(RequiresScope.class.getPackageName())
			.stream()
			.<Class<?>>map(
					(found) -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
			.sorted(Comparator.comparing(Class::getName))
			.toList();
	}

	Map<String, Table> tables() {
		Map<String, Table> tables = new LinkedHashMap<>();
		annotations().forEach((type) -> tables.put("@" + type.getSimpleName(), table(type)));
		return tables;
	}

	private Table table(Class<?> type) {
		Table table = Table.of("Annotation", "Attribute", "Default", "Meaning");
		table.add("`@" + type.getSimpleName() + "`", "", "", this.sources.type(type));
		Arrays.stream(type.getDeclaredMethods())
			.sorted(Comparator.comparing(AnnotationTables::isOptional).thenComparing(this::rank))
			.forEach((attribute) -> table.add("", "`" + attribute.getName() + "`",
					defaultText(attribute.getDefaultValue()), meaning(attribute)));
		return table;
	}

	private static boolean isOptional(Method attribute) {
		return attribute.getDefaultValue() != null;
	}

	private String rank(Method attribute) {
		return attribute.getName().equals("value") ? "" : attribute.getName();
	}

	private String meaning(Method attribute) {
		String text = Javadoc.attribute(this.sources.member(attribute.getDeclaringClass(), attribute.getName()),
				this.sources.returned(attribute));
		return attribute.getReturnType().isEnum() ? text + " " + values(attribute.getReturnType()) : text;
	}

	private String values(Class<?> type) {
		StringBuilder values = new StringBuilder();
		for (Object constant : type.getEnumConstants()) {
			String name = ((Enum<?>) constant).name();
			values.append("`").append(name).append("`: ").append(this.sources.member(type, name)).append(" ");
		}
		return values.toString().strip();
	}

	private static String defaultText(@Nullable Object value) {
		if (value == null) {
			return "needed";
		}
		boolean empty = value.equals("") || (value.getClass().isArray() && Array.getLength(value) == 0);
		return empty ? "empty" : "`" + value + "`";
	}

}
