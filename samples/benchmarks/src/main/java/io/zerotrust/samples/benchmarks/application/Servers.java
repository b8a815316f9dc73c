package io.zerotrust.samples.benchmarks.application;

import java.util.ArrayList;
import java.util.List;

/**
 * The applications that are compared over the wire, the same on both stacks.
 */
public final class Servers {

	/**
	 * How the plain resource server is called behind its stack.
	 */
	public static final String PLAIN = "resource server";

	private Servers() {
	}

	/**
	 * Start all that stand on one stack.
	 * @param stack the stack
	 * @return the servers, to be closed
	 */
	public static List<Server> start(Stack stack) {
		Class<?> plain = (stack == Stack.NETTY) ? ReactivePlainApplication.class : PlainApplication.class;
		List<Absent> bare = List.of(Absent.OBSERVATION, Absent.CORRETTO);
		return List.of(server(stack, PLAIN, plain, List.of(Absent.ZT, Absent.OBSERVATION), List.of()),
				server(stack, "zt minimal, tokens never seen", ZtApplication.class, bare, Variants.MINIMAL,
						Variants.NEW),
				server(stack, "zt minimal, tokens seen before", ZtApplication.class, bare, Variants.MINIMAL),
				server(stack, "resource server, Actuator and metrics", plain, List.of(Absent.ZT), List.of()),
				server(stack, "zt everything, tokens never seen", ZtApplication.class, List.of(Absent.CORRETTO),
						Variants.EVERYTHING, Variants.NEW),
				server(stack, "zt everything, tokens seen before", ZtApplication.class, List.of(Absent.CORRETTO),
						Variants.EVERYTHING));
	}

	private static Server server(Stack stack, String name, Class<?> source, List<Absent> absent,
			List<String> properties, String... more) {
		List<String> all = new ArrayList<>(properties);
		all.addAll(List.of(more));
		return Server.start(name, stack, source, absent, all);
	}

}
