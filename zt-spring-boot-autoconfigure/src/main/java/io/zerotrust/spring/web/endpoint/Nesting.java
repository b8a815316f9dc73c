package io.zerotrust.spring.web.endpoint;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Remembers in which class another is nested, which the class itself asks the virtual
 * machine anew each time.
 *
 * @since 0.1.0
 */
public final class Nesting {

	private static final ClassValue<Optional<Class<?>>> enclosing = new ClassValue<>() {

		@Override
		protected Optional<Class<?>> computeValue(Class<?> type) {
			return Optional.ofNullable(type.getEnclosingClass());
		}

	};

	private Nesting() {
	}

	/**
	 * Return the class a class is nested in, {@code null} if it stands by itself.
	 */
	public static @Nullable Class<?> of(Class<?> type) {
		return enclosing.get(type).orElse(null);
	}

}
