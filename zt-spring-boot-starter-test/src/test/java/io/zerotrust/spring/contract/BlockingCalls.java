package io.zerotrust.spring.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that made a thread of the event loop wait. Once watched, they fail where they
 * happen, in all applications of the JVM, and are kept here too, since what fails may be
 * caught.
 */
public final class BlockingCalls {

	private static final List<String> SEEN = new CopyOnWriteArrayList<>();

	private static boolean watching;

	private BlockingCalls() {
	}

	/**
	 * Watch from now on. What is allowed is not ours, and waits for the machine alone.
	 */
	public static synchronized void watch() {
		if (watching) {
			return;
		}
		watching = true;
		BlockHound.builder()
			.loadIntegrations()
			// the JDK reads its seed from the operating system, once
			.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
			// the first request loads classes from jars
			.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
			// tests log to the console
			.allowBlockingCallsInside("ch.qos.logback.core.OutputStreamAppender", "writeBytes")
			.blockingMethodCallback(BlockingCalls::blocked)
			.install();
	}

	private static void blocked(BlockingMethod method) {
		BlockingOperationError error = new BlockingOperationError(method);
		StringBuilder text = new StringBuilder(method.toString());
		for (StackTraceElement frame : error.getStackTrace()) {
			text.append("\n\tat ").append(frame);
		}
		SEEN.add(text.toString());
		throw error;
	}

	/**
	 * Return what was seen since the last call.
	 */
	public static List<String> take() {
		List<String> seen = new ArrayList<>(SEEN);
		SEEN.clear();
		return seen;
	}

	/**
	 * Fail if something blocked since the last look.
	 */
	public static void assertNone() {
		assertThat(take()).as("calls that blocked the event loop").isEmpty();
	}

}
