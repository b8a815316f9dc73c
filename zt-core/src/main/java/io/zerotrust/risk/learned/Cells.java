package io.zerotrust.risk.learned;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Numbers that are shared by all threads, as they are written to snapshots.
 */
interface Cells {

	int length();

	long get(int index);

	void set(int index, long value);

	static Cells of(AtomicIntegerArray array) {
		return new Cells() {

			@Override
			public int length() {
				return array.length();
			}

			@Override
			public long get(int index) {
				return array.get(index);
			}

			@Override
			public void set(int index, long value) {
				array.set(index, (int) value);
			}

		};
	}

	static Cells of(AtomicLongArray array) {
		return new Cells() {

			@Override
			public int length() {
				return array.length();
			}

			@Override
			public long get(int index) {
				return array.get(index);
			}

			@Override
			public void set(int index, long value) {
				array.set(index, value);
			}

		};
	}

	static Cells of(LongSupplier reader, LongConsumer writer) {
		return new Cells() {

			@Override
			public int length() {
				return 1;
			}

			@Override
			public long get(int index) {
				return reader.getAsLong();
			}

			@Override
			public void set(int index, long value) {
				writer.accept(value);
			}

		};
	}

}
