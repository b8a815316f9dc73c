package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LayoutTests {

	// with the header of the array
	@Test
	void sizeThenAPrincipalTakesLessThanAKilobyte() {
		assertThat(Layout.SIZE * Integer.BYTES + 16).isLessThanOrEqualTo(1024);
	}

	@Test
	void endThenPlacesFollowOneAnother() {
		int next = Layout.HOURS.end();
		assertThat(Layout.PLACE.end()).isLessThan(next).isGreaterThan(Layout.SUBJECT + 1);
		for (Facet facet : Facet.ALL) {
			assertThat(Layout.table(facet).end()).isGreaterThan(next);
			next = Layout.table(facet).end();
		}
		assertThat(Layout.ENDPOINTS.end()).isGreaterThan(next);
		assertThat(Layout.FAILURES.end()).isGreaterThan(Layout.ENDPOINTS.end());
		assertThat(Layout.OBJECTS.end()).isGreaterThan(Layout.FAILURES.end());
		assertThat(Layout.SEQUENCE.end()).isGreaterThan(Layout.OBJECTS.end());
		assertThat(Layout.VOLUME.end()).isGreaterThan(Layout.SEQUENCE.end());
		assertThat(Layout.SIZE).isEqualTo(Layout.REPORTS.end()).isGreaterThan(Layout.VOLUME.end());
	}

}
