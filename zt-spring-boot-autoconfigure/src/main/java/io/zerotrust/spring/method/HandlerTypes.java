package io.zerotrust.spring.method;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

/**
 * Types whose rules are enforced elsewhere: handlers of requests, before their arguments
 * are bound, and configuration classes, whose methods make beans.
 */
final class HandlerTypes {

	private static final List<Class<?>> HANDLERS = present("org.springframework.web.HttpRequestHandler",
			"org.springframework.web.servlet.mvc.Controller",
			"org.springframework.web.servlet.function.HandlerFunction",
			"org.springframework.web.servlet.function.RouterFunction",
			"org.springframework.web.reactive.function.server.HandlerFunction",
			"org.springframework.web.reactive.function.server.RouterFunction", "jakarta.servlet.Servlet");

	private HandlerTypes() {
	}

	private static List<Class<?>> present(String... names) {
		ClassLoader loader = HandlerTypes.class.getClassLoader();
		List<Class<?>> types = new ArrayList<>(names.length);
		for (String name : names) {
			if (ClassUtils.isPresent(name, loader)) {
				types.add(ClassUtils.resolveClassName(name, loader));
			}
		}
		return List.copyOf(types);
	}

	static boolean isController(Class<?> type) {
		return has(type, Controller.class);
	}

	static boolean isConfiguration(Class<?> type) {
		return has(type, Configuration.class);
	}

	/**
	 * Whether a type serves requests without being a controller.
	 */
	static boolean isHandler(Class<?> type) {
		for (Class<?> handler : HANDLERS) {
			if (handler.isAssignableFrom(type)) {
				return true;
			}
		}
		return false;
	}

	private static boolean has(Class<?> type, Class<? extends java.lang.annotation.Annotation> annotation) {
		return MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY).isPresent(annotation);
	}

}
