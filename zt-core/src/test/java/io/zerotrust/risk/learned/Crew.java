package io.zerotrust.risk.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads that begin at once.
 */
final class Crew {

	private Crew() {
	}

	/**
	 * Run the same work in several threads, and fail if one of them throws.
	 */
	static void run(int threads, IntConsumer work) throws InterruptedException {
		CountDownLatch ready = new CountDownLatch(threads);
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		List<Thread> running = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			int number = i;
			Thread thread = new Thread(() -> {
				ready.countDown();
				try {
					ready.await();
					work.accept(number);
				}
				catch (Throwable ex) {
					failure.set(ex);
				}
			});
			running.add(thread);
			thread.start();
		}
		for (Thread thread : running) {
			thread.join();
		}
		assertThat(failure.get()).isNull();
	}

}
