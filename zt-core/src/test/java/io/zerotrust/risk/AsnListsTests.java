package io.zerotrust.risk;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AsnListsTests {

	@Test
	void isHostingWhenListedThenSo() {
		AsnLists lists = AsnLists.of(List.of(64500, (int) 4_200_000_000L, 64496, 64500), List.of(64510));
		for (int asn : new int[] { 64496, 64500, (int) 4_200_000_000L }) {
			assertThat(lists.isHosting(asn)).isTrue();
			assertThat(lists.isVpn(asn)).isFalse();
		}
		assertThat(lists.isVpn(64510)).isTrue();
		assertThat(lists.isHosting(64510)).isFalse();
		assertThat(lists.isHosting(0)).isFalse();
		assertThat(AsnLists.none().isHosting(64500)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "64496,64496", "AS64496,64496", "as1,1", "4294967294,-2" })
	void parseWhenNumberThenRead(String text, int asn) {
		assertThat(AsnLists.parse(text)).isEqualTo(asn);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AS", "0", "4294967295", "4294967296", "-1", "AS-1", "1.10", "ASAS1", " 1", "0x10" })
	void parseWhenNoNumberThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> AsnLists.parse(text));
	}

	@Test
	void ofWhenNumberIsReservedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> AsnLists.of(List.of(0), List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> AsnLists.of(List.of(), List.of(-1)));
	}

}
