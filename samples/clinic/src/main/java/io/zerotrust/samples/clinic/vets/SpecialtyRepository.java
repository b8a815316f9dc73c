package io.zerotrust.samples.clinic.vets;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;

/**
 * What the clinic can treat.
 */
@RepositoryRestResource
public interface SpecialtyRepository extends JpaRepository<Specialty, Integer> {

}
