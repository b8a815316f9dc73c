package io.zerotrust.risk.learned;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectOwnersTests {

	private static final Look ALICE = Look.usual();

	private static final Look BOB = ALICE.principal(2).group(5).session(9L << 20);

	private static final Touch ORDER = Look.object(1, 4711);

	private final ObjectOwners owners = new ObjectOwners(1 << 12);

	@Test
	void touchedWhenFirstThenWeakClaim() {
		assertThat(this.owners.find(ORDER)).isZero();
		BOB.touch(this.owners, ORDER, false);
		long owner = this.owners.find(ORDER);
		assertThat(ObjectOwners.claimant(owner)).isEqualTo(2);
		assertThat(ObjectOwners.group(owner)).isEqualTo(5);
		assertThat(ObjectOwners.isStrong(owner)).isFalse();
		assertThat(ObjectOwners.isShared(owner)).isFalse();
	}

	@Test
	void touchedWhenInAnotherSessionThenStrong() {
		ALICE.touch(this.owners, ORDER, false);
		ALICE.touch(this.owners, ORDER, false);
		assertThat(ObjectOwners.isStrong(this.owners.find(ORDER))).as("the same session").isFalse();
		ALICE.session(5 << 7).touch(this.owners, ORDER, false);
		assertThat(ObjectOwners.isStrong(this.owners.find(ORDER))).isTrue();
		assertThat(ObjectOwners.claimant(this.owners.find(ORDER))).isEqualTo(1);
	}

	@Test
	void touchedWhenCreatedThenStrong() {
		ALICE.touch(this.owners, ORDER, true);
		assertThat(ObjectOwners.isStrong(this.owners.find(ORDER))).isTrue();
	}

	@Test
	void touchedWhenByThreePrincipalsThenNobodys() {
		ALICE.touch(this.owners, ORDER, true);
		for (int i = 0; i < 10; i++) {
			BOB.touch(this.owners, ORDER, false);
			assertThat(ObjectOwners.isShared(this.owners.find(ORDER))).as("two are not enough").isFalse();
		}
		assertThat(ObjectOwners.claimant(this.owners.find(ORDER))).isEqualTo(1);
		BOB.principal(3).touch(this.owners, ORDER, false);
		assertThat(ObjectOwners.isShared(this.owners.find(ORDER))).isTrue();
		long before = this.owners.find(ORDER);
		for (int i = 4; i < 100; i++) {
			BOB.principal(i).touch(this.owners, ORDER, false);
		}
		assertThat(this.owners.find(ORDER)).as("it cannot overflow").isEqualTo(before);
	}

	@Test
	void findWhenAnotherObjectHasTheSlotThenUnknownAndOverwritten() {
		Touch other = new Touch(ORDER.hash() ^ 1L << 45, 1, 9);
		ALICE.touch(this.owners, ORDER, true);
		assertThat(this.owners.find(other)).isZero();
		BOB.touch(this.owners, other, false);
		assertThat(ObjectOwners.claimant(this.owners.find(other))).isEqualTo(2);
		assertThat(ObjectOwners.isStrong(this.owners.find(other))).isFalse();
		assertThat(this.owners.find(ORDER)).isZero();
	}

	@Test
	void findWhenTenThousandOthersThenRarelyMistaken() {
		for (int i = 0; i < 4000; i++) {
			ALICE.touch(this.owners, Look.object(1, i), false);
		}
		int mistaken = 0;
		for (int i = 0; i < 10_000; i++) {
			mistaken += (this.owners.find(Look.object(2, i)) != 0) ? 1 : 0;
		}
		assertThat(mistaken).isLessThan(3);
	}

	@Test
	void touchedWhenEverythingIsZeroThenStillAClaim() {
		Touch zero = new Touch(0, 0, -1);
		ALICE.principal(0).session(0).touch(this.owners, zero, false);
		assertThat(this.owners.find(zero)).isNotZero();
	}

	@Test
	void touchedWhenEightThreadsRaceThenOneOwnerAndShared() throws InterruptedException {
		Crew.run(8, (thread) -> {
			for (int i = 0; i < 2000; i++) {
				ALICE.principal(thread + 1).touch(this.owners, ORDER, false);
			}
		});
		long owner = this.owners.find(ORDER);
		assertThat(ObjectOwners.claimant(owner)).isBetween(1, 8);
		assertThat(ObjectOwners.isShared(owner)).isTrue();
	}

}
