package io.zerotrust.spring.observe;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedTagTests {

	@Test
	void ofWhenKnownThenStaysWhateverElseCame() {
		BoundedTag tag = new BoundedTag(List.of("known"), 1);
		assertThat(tag.of("first")).isEqualTo("first");
		assertThat(tag.of("second")).isEqualTo("other");
		assertThat(tag.of("known")).isEqualTo("known");
		assertThat(tag.of("first")).isEqualTo("first");
	}

	@Test
	void ofWhenThreadsInventValuesThenNumberIsNeverExceeded() throws InterruptedException {
		BoundedTag tag = new BoundedTag(List.of(), 100);
		Set<String> values = ConcurrentHashMap.newKeySet();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		for (int thread = 0; thread < 4; thread++) {
			threads.execute(() -> {
				for (int i = 0; i < 10_000; i++) {
					values.add(tag.of("v" + i));
				}
			});
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(values).contains("other").hasSizeLessThanOrEqualTo(101).hasSizeGreaterThan(90);
	}

}
