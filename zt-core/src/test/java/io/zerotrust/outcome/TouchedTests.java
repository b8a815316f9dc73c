package io.zerotrust.outcome;

import java.util.List;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.TouchedObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TouchedTests {

	private final TouchedObjects objects = new TouchedObjects();

	@AfterEach
	void detach() {
		TouchedObjects.attach(null);
	}

	@Test
	void objectWhenThreadWorksForRequestThenNotedOnce() {
		assertThat(TouchedObjects.attach(this.objects)).isNull();
		Touched.object("orders", "7");
		Touched.object("orders", 7);
		Touched.object("orders", 8);
		TouchedObject path = new TouchedObject("orders", "8");
		assertThat(this.objects.behind(List.of(path))).containsExactly(path, new TouchedObject("orders", "7"));
		assertThat(this.objects.more()).isZero();
	}

	@Test
	void objectWhenThreadWorksForNobodyThenNothing() {
		assertThatNoException().isThrownBy(() -> Touched.object("orders", "7"));
		TouchedObjects.attach(this.objects);
		assertThat(TouchedObjects.attach(null)).isSameAs(this.objects);
		Touched.object("orders", "7");
		List<TouchedObject> path = List.of(new TouchedObject("orders", "8"));
		assertThat(this.objects.behind(path)).isSameAs(path);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t" })
	@NullUnmarked
	void objectWhenBlankThenRefusedWhereverItIsSaid(String blank) {
		assertThatIllegalArgumentException().isThrownBy(() -> Touched.object(blank, "7"));
		assertThatIllegalArgumentException().isThrownBy(() -> Touched.object("orders", blank));
		assertThatIllegalArgumentException().isThrownBy(() -> Touched.object(blank, 7));
	}

	@Test
	void objectWhenTooManyThenCounted() {
		TouchedObjects.attach(this.objects);
		for (int i = 0; i < TouchedObjects.MOST + 10; i++) {
			Touched.object("orders", i);
		}
		Touched.object("orders", 0);
		assertThat(this.objects.behind(List.of())).hasSize(TouchedObjects.MOST);
		assertThat(this.objects.more()).isEqualTo(10);
	}

}
