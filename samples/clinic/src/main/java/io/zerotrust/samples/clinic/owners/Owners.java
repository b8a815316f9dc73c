package io.zerotrust.samples.clinic.owners;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The owners; not exported, as the API has controllers of its own for them.
 */
public interface Owners extends ListCrudRepository<Owner, Integer> {

	List<Owner> findByLastName(String lastName);

}
