package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DistinctObjectsTests {

	private final int[] words = new int[18];

	@ParameterizedTest
	@CsvSource({ "8,0", "8,1", "8,10", "8,100", "8,300", "8,600", "16,10", "16,100", "16,600", "16,1500" })
	void countWhenTouchedThenAboutAsManyHoweverOften(int size, int objects) {
		DistinctObjects distinct = new DistinctObjects(1, size);
		for (int round = 0; round < 3; round++) {
			for (int i = 0; i < objects; i++) {
				distinct.add(this.words, Look.object(1, i).hash());
			}
		}
		assertThat(distinct.count(this.words)).isEqualTo(objects, within(0.15 * objects + 0.01));
		assertThat(this.words[0]).isZero();
		assertThat(this.words[size + 1]).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "8,1200", "16,2700" })
	void countWhenSaturatedThenSoManyOrMore(int size, int most) {
		DistinctObjects distinct = new DistinctObjects(1, size);
		for (int i = 0; i < 100_000; i++) {
			distinct.add(this.words, Look.object(1, i).hash());
		}
		assertThat(distinct.count(this.words)).isFinite().isGreaterThan(most);
	}

	@Test
	void countWithWhenKnownThenNoMore() {
		DistinctObjects distinct = new DistinctObjects(1, 8);
		distinct.add(this.words, Look.object(1, 1).hash());
		double one = distinct.count(this.words);
		assertThat(distinct.countWith(this.words, new Touch[] { Look.object(1, 1) })).isEqualTo(one);
		assertThat(distinct.countWith(this.words, new Touch[] { Look.object(1, 2) })).isGreaterThan(one + 0.9);
	}

	@Test
	void countWithWhenMoreThanThereIsRoomForThenSoManyOrMore() {
		DistinctObjects distinct = new DistinctObjects(1, 8);
		Touch[] objects = new Touch[1000];
		for (int i = 0; i < objects.length; i++) {
			objects[i] = Look.object(1, i);
		}
		assertThat(distinct.countWith(this.words, objects)).isFinite().isGreaterThan(850);
	}

	@Test
	void clearThenNothing() {
		DistinctObjects distinct = new DistinctObjects(1, 8);
		distinct.add(this.words, 77);
		distinct.clear(this.words);
		assertThat(distinct.count(this.words)).isZero();
	}

}
