package io.zerotrust.risk.learned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zerotrust.access.SubjectKind;
import io.zerotrust.risk.AsnLists;
import io.zerotrust.risk.RiskScore;
import io.zerotrust.risk.baseline.BaselineSection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * A snapshot that is sealed and says what no profile says.
 */
class OddSnapshotTests {

	@ParameterizedTest
	@ValueSource(ints = { -1, 5, Integer.MAX_VALUE, Integer.MIN_VALUE })
	void readWhenSlowedByWhatIsNoMeasureThenRefused(int measure) {
		Profile odd = new Profile();
		odd.words()[Layout.SLOWED_BY] = measure;
		assertThatIOException().isThrownBy(() -> restore(odd));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, GroupNumbers.MOST })
	void readWhenGroupIsOutOfRangeThenRefused(int number) {
		GroupNumbers groups = new GroupNumbers();
		groups.all().put(new GroupNumbers.Peers(SubjectKind.HUMAN, Set.of()), number);
		assertThatIOException().isThrownBy(() -> copy(new NumbersSection(new EndpointNumbers(), groups),
				new NumbersSection(new EndpointNumbers(), new GroupNumbers())));
	}

	// every place, whatever is kept there, with what is no number
	@ParameterizedTest
	@ValueSource(ints = { 0x7fc00000, 0x7f800000, 0xff800000, 0xffffffff, 0x7fc07fc0 })
	void scoreWhenWordsAreNoNumbersThenStillAScore(int word) throws IOException {
		Look look = Look.usual().touches(Look.object(1, 4711));
		for (int at = 0; at < Layout.SIZE; at++) {
			Profile odd = new Profile(Look.usual().familiar(20));
			if (at != Layout.SLOWED_BY) {
				odd.words()[at] = word;
			}
			int[] words = restore(odd);
			Crowd crowd = new Crowd(16);
			RiskScore score = Look
				.score((tally, sample) -> new Scoring(crowd, AsnLists.none()).score(words, null, sample, tally), look);
			assertThat(score.risk()).as("word %d", at).isBetween(0.0, 1.0);
		}
	}

	private static int[] restore(Profile profile) throws IOException {
		Profiles before = new Profiles(10);
		PrincipalKey principal = new PrincipalKey(1, 1);
		before.establish(principal, profile);
		Profiles after = new Profiles(10);
		copy(new ProfilesSection(before), new ProfilesSection(after));
		return after.of(principal).words();
	}

	private static void copy(BaselineSection from, BaselineSection to) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		from.write(new DataOutputStream(out));
		to.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())), from.version()).run();
	}

}
