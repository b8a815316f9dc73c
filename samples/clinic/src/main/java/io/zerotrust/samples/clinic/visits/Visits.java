package io.zerotrust.samples.clinic.visits;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The visits of all owners.
 */
interface Visits extends ListCrudRepository<Visit, Integer> {

	List<Visit> findByOwnerId(int ownerId);

}
