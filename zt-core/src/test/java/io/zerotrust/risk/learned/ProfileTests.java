package io.zerotrust.risk.learned;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ProfileTests {

	private final Profile profile = new Profile();

	@Test
	void changeWhenEightThreadsThenNothingIsLost() throws InterruptedException {
		Crew.run(8, (thread) -> {
			for (int i = 0; i < 5000; i++) {
				this.profile.change((words) -> words[0]++);
			}
		});
		assertThat(this.profile.words()[0]).isEqualTo(40_000);
	}

	@Test
	void changeWhenBusyThenLeftInOrderAndNobodyWaits() throws InterruptedException {
		CountDownLatch began = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		List<Integer> order = new ArrayList<>();
		Thread first = new Thread(() -> this.profile.change((words) -> {
			began.countDown();
			await(finish);
			order.add(0);
		}));
		first.start();
		began.await();
		for (int i = 1; i <= 100; i++) {
			int number = i;
			this.profile.change((words) -> order.add(number));
		}
		assertThat(order).as("left, not waited for").isEmpty();
		assertThat(this.profile.words()[0]).as("nor do readers wait").isZero();
		finish.countDown();
		first.join(Duration.ofSeconds(10).toMillis());
		assertThat(order).isEqualTo(IntStream.rangeClosed(0, 100).boxed().toList());
	}

	@Test
	void changeWhenOneThrowsThenTheNextGoesOn() {
		assertThatIllegalStateException().isThrownBy(() -> this.profile.change((words) -> {
			this.profile.change((again) -> again[1]++);
			throw new IllegalStateException("broken");
		}));
		assertThat(this.profile.words()[1]).as("what was left meanwhile").isEqualTo(1);
		this.profile.change((words) -> words[0]++);
		assertThat(this.profile.words()[0]).isEqualTo(1);
	}

	// a stack that is too deep must not lock the profile for ever
	@Test
	void changeWhenErrorThenTheNextGoesOn() {
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> this.profile.change((words) -> {
			throw new StackOverflowError();
		}));
		this.profile.change((words) -> words[0]++);
		assertThat(this.profile.words()[0]).isEqualTo(1);
	}

	@Test
	void changeWhenAHundredThousandAreLeftThenNoStackOverflows() {
		this.profile.change((words) -> {
			for (int i = 0; i < 100_000; i++) {
				this.profile.change((later) -> later[0]++);
			}
		});
		assertThat(this.profile.words()[0]).isEqualTo(100_000);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
