package io.zerotrust.spring.journey;

/**
 * The same with filter chains of the application's own.
 */
class BackOfficeChainsJourneyTests extends BackOfficeJourneyTests {

	@Override
	Class<?> source() {
		return BackOfficeChains.class;
	}

}
