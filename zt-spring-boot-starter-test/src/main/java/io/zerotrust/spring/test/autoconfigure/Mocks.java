package io.zerotrust.spring.test.autoconfigure;

import org.mockito.Mockito;

import io.zerotrust.spring.method.StandIns;

/**
 * Mocks stand in for service beans: there is nothing in them to guard.
 */
final class Mocks implements StandIns {

	@Override
	public boolean contain(Object bean) {
		return Mockito.mockingDetails(bean).isMock();
	}

}
