package io.zerotrust.samples.clinic.vets;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;

/**
 * The vets, with a search of their own.
 */
@RepositoryRestResource
public interface VetRepository extends JpaRepository<Vet, Integer> {

	List<Vet> findByLastName(@Param("lastName") String lastName);

}
