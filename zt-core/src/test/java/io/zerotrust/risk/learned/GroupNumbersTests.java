package io.zerotrust.risk.learned;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.zerotrust.access.Credential;
import io.zerotrust.access.CredentialKind;
import io.zerotrust.access.Subject;
import io.zerotrust.access.SubjectKind;

import static org.assertj.core.api.Assertions.assertThat;

class GroupNumbersTests {

	private final GroupNumbers numbers = new GroupNumbers();

	@Test
	void ofWhenSameKindAndRolesThenSame() {
		int staff = this.numbers.of(subject("a", SubjectKind.HUMAN, "staff"));
		assertThat(this.numbers.of(subject("b", SubjectKind.HUMAN, "staff"))).isEqualTo(staff);
		assertThat(this.numbers.of(subject("c", SubjectKind.SERVICE, "staff"))).isNotEqualTo(staff);
		assertThat(this.numbers.of(subject("d", SubjectKind.HUMAN, "admin"))).isNotEqualTo(staff);
	}

	// an issuer may give everybody a role of his own
	@Test
	void ofWhenThousandsOfRolesThenBoundedAndTheRestByKind() {
		Set<Integer> given = new HashSet<>();
		for (int i = 0; i < 5000; i++) {
			for (SubjectKind kind : SubjectKind.values()) {
				int number = this.numbers.of(subject("s" + i, kind, "role-" + i));
				assertThat(number).isBetween(0, GroupNumbers.MOST - 1);
				given.add(number);
			}
		}
		assertThat(given).hasSize(GroupNumbers.MOST);
		for (SubjectKind kind : SubjectKind.values()) {
			assertThat(this.numbers.of(subject("x", kind, "another"))).isEqualTo(kind.ordinal());
		}
		assertThat(this.numbers.of(subject("y", SubjectKind.values()[0], "role-0"))).as("who came first keeps his")
			.isGreaterThanOrEqualTo(SubjectKind.values().length);
	}

	@Test
	void ofWhenEightThreadsMeetNewRolesThenBoundedAndSame() throws InterruptedException {
		Crew.run(8, (thread) -> {
			for (int i = 0; i < 500; i++) {
				Subject subject = subject("s", SubjectKind.HUMAN, "role-" + i % 20);
				assertThat(this.numbers.of(subject)).isBetween(0, GroupNumbers.MOST - 1)
					.isEqualTo(this.numbers.of(subject));
			}
		});
	}

	private static Subject subject(String id, SubjectKind kind, String role) {
		return new Subject("https://idp.example.com", id, "shop", kind, List.of(), Set.of(), Set.of(role),
				Credential.of(CredentialKind.JWT));
	}

}
