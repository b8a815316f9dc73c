package io.zerotrust.spring.contract;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request and what both stacks answer.
 *
 * @param variant the application it is sent to
 * @param topic what it is about
 * @param name what is special about it
 * @param method the HTTP method
 * @param target the request target, with placeholders
 * @param sent credentials and headers, as {@link Request} reads them
 * @param expected the answer
 * @param exception the answer of the one stack that differs
 */
record Row(String variant, String topic, String name, String method, String target, List<String> sent,
		Expected expected, @Nullable Exception exception) {

	private static final int COLUMNS = 6;

	/**
	 * Read a line of the table.
	 */
	static Row parse(String variant, String topic, String line) {
		String[] columns = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
		if (columns.length != COLUMNS && columns.length != COLUMNS + 1) {
			throw new IllegalArgumentException("a row has 6 or 7 columns: " + line);
		}
		String[] request = columns[1].split(" ", 2);
		List<String> ran = "-".equals(columns[5]) ? List.of() : List.of(columns[5].split(", "));
		Expected expected = Expected.of(columns[3], list(columns[4]), ran);
		Exception exception = (columns.length > COLUMNS) ? Exception.parse(columns[COLUMNS]) : null;
		return new Row(variant, topic, columns[0], request[0], request[1], list(columns[2]), expected, exception);
	}

	private static List<String> list(String column) {
		return column.isEmpty() ? List.of() : List.of(column.split(" & "));
	}

	Expected expectedOf(Stack stack) {
		return (this.exception != null && this.exception.stack() == stack) ? this.exception.instead(this.expected)
				: this.expected;
	}

	@Override
	public String toString() {
		return this.variant + ": " + this.topic + ": " + this.name;
	}

	/**
	 * Where one stack answers otherwise.
	 *
	 * @param stack the stack
	 * @param answer status and code
	 * @param reason why that is so
	 */
	record Exception(Stack stack, String answer, String reason) {

		static Exception parse(String column) {
			String[] parts = column.split(" ", 2);
			int because = parts[1].indexOf(": ");
			if (because < 0) {
				throw new IllegalArgumentException("a stack differs for a reason: " + column);
			}
			return new Exception(Stack.valueOf(parts[0]), parts[1].substring(0, because),
					parts[1].substring(because + 2));
		}

		Expected instead(Expected expected) {
			return Expected.of(this.answer, List.of(), expected.ran());
		}

	}

}
