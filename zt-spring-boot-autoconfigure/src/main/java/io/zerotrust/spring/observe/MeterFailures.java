package io.zerotrust.spring.observe;

import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Keeps a registry that throws away from decisions. It is reported once: it will throw at
 * every request.
 */
final class MeterFailures {

	private static final Log logger = LogFactory.getLog(MeterFailures.class);

	private final AtomicBoolean reported = new AtomicBoolean();

	void shield(Runnable measurement) {
		try {
			measurement.run();
		}
		catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
			if (this.reported.compareAndSet(false, true)) {
				logger.error("the meter registry failed; decisions do not depend on it", ex);
			}
		}
	}

}
