package io.zerotrust.audit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.zerotrust.check.Evaluation;

/**
 * The last evaluations, as many as there are slots. Nobody waits for anybody: each
 * evaluation takes the next slot, and the oldest is gone.
 */
final class Ring {

	private final AtomicReferenceArray<@Nullable Evaluation> slots;

	private final AtomicLong next = new AtomicLong();

	Ring(int size) {
		if (size < 0) {
			throw new IllegalArgumentException("size must not be negative: " + size);
		}
		this.slots = new AtomicReferenceArray<>(size);
	}

	void add(Evaluation evaluation) {
		if (this.slots.length() > 0) {
			int slot = (int) Math.floorMod(this.next.getAndIncrement(), (long) this.slots.length());
			this.slots.setRelease(slot, evaluation);
		}
	}

	Optional<Evaluation> find(String id) {
		for (int i = 0; i < this.slots.length(); i++) {
			Evaluation evaluation = this.slots.getAcquire(i);
			if (evaluation != null && evaluation.id().equals(id)) {
				return Optional.of(evaluation);
			}
		}
		return Optional.empty();
	}

}
